package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.xstate.analysis.designs.DesignMatrix.Machine;
import org.xstate.analysis.designs.DesignMatrix.Refused;
import org.xstate.analysis.designs.DesignSurvey.Outcome;
import org.xstate.api.PluginFailure;
import org.xstate.check.CancelToken;
import org.xstate.sim.scenario.Scenario;

/** Computes a matrix: each design is explored by itself, several at a time. */
public final class DesignJudge {

    private DesignJudge() {
    }

    /**
     * The result does not depend on the number of threads.
     *
     * @param threads how many designs are explored at a time
     * @param done    hears, on any thread, how many designs are done
     */
    public static DesignMatrix judge(DesignStudy study, int threads, CancelToken token, IntConsumer done) {
        AtomicInteger finished = new AtomicInteger();
        List<Callable<Outcome>> tasks = new ArrayList<>();
        for (Design design : study.designs()) {
            tasks.add(() -> {
                Outcome outcome = token.isCancelled()
                        ? new Outcome.Unfinished()
                        : DesignSurvey.of(design, study, token);
                done.accept(finished.incrementAndGet());
                return outcome;
            });
        }
        return matrix(study, all(tasks, threads));
    }

    private static List<Outcome> all(List<Callable<Outcome>> tasks, int threads) {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : executor.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while designs were explored", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PluginFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("a design could not be explored: " + e.getCause(), e.getCause());
        }
    }

    private static DesignMatrix matrix(DesignStudy study, List<Outcome> outcomes) {
        List<DesignRow> rows = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        Optional<Machine> machine = Optional.empty();
        boolean complete = true;
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Outcome.Judged(Scenario scenario, List<DesignRow> judged) -> {
                    machine = Optional.of(new Machine(scenario.kernel().toString(),
                            scenario.profile().orElseThrow(), study.switches().knobs()));
                    rows.addAll(judged);
                }
                case Outcome.Refused(String text) ->
                    refused.add(new Refused(study.designs().get(i).id(), text));
                case Outcome.Unfinished() -> complete = false;
            }
        }
        return new DesignMatrix(study.components(), machine, study.designs(), rows, refused, complete);
    }
}
