package org.xstate.ui.tests.bench;

import java.util.List;

import org.xstate.ui.tests.Results;
import org.xstate.ui.tests.Watchdog;

/** Measures how long the user interface is blocked during each workload, first as it comes and then once more. */
public final class BenchRun {

    private final Results results;
    private final String only;

    /** @param only simple name of a workload's class; empty for all */
    public BenchRun(Results results, String only) {
        this.results = results;
        this.only = only;
    }

    public void run() throws ReflectiveOperationException {
        List<Workload> workloads = Workload.all().stream()
                .filter(one -> only.isEmpty() || one.getClass().getSimpleName().equals(only)).toList();
        for (Workload workload : workloads) {
            try {
                workload.prepare();
                Watchdog.Longest first = Watchdog.during(workload::run);
                workload.end();
                workload.prepare();
                long started = System.nanoTime();
                Watchdog.Longest again = Watchdog.during(workload::run);
                long took = (System.nanoTime() - started) / 1_000_000;
                workload.end();
                results.measured(workload.name(), "%d\t%d\t%d\t%d\t%s".formatted(
                        first.blocked().toMillis(), again.blocked().toMillis(),
                        Math.max(first.busy().toMillis(), again.busy().toMillis()), took,
                        again.blocked().compareTo(first.blocked()) > 0
                                ? again.toString()
                                : first.toString()));
            } catch (Exception | AssertionError e) {
                results.failed(workload.name(), e);
            }
        }
        results.end();
    }
}
