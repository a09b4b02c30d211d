package org.xstate.sim.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario bounds, so that a verdict holds within these numbers only.
 *
 * @param cpus          CPUs
 * @param userTasks     user tasks
 * @param kernelThreads kernel threads
 * @param softirqs      softirqs in a run
 * @param hardirqs      hardware interrupts in a run
 * @param nmis          non-maskable interrupts in a run
 * @param operations    operations of a task
 * @param migrations    moves of tasks to another CPU in a run
 * @param continuations what may happen between a call and the return to user mode, as the scenario lists it
 */
public record Bounds(int cpus, int userTasks, int kernelThreads, int softirqs, int hardirqs, int nmis,
        int operations, int migrations, List<String> continuations) {

    public Bounds {
        continuations = List.copyOf(continuations);
    }

    /** {@code 2 CPUs, 1 user task, 1 softirq, CONT_NONE or CONT_SWITCH}: what there is none of is left out. */
    public String text() {
        List<String> texts = new ArrayList<>();
        add(texts, cpus, "CPU");
        add(texts, userTasks, "user task");
        add(texts, kernelThreads, "kernel thread");
        add(texts, softirqs, "softirq");
        add(texts, hardirqs, "hardirq");
        add(texts, nmis, "NMI");
        add(texts, operations, "operation");
        add(texts, migrations, "migration");
        if (!continuations.isEmpty()) {
            texts.add(String.join(" or ", continuations));
        }
        return String.join(", ", texts);
    }

    private static void add(List<String> texts, int count, String noun) {
        if (count > 0) {
            texts.add(count + " " + noun + (count == 1 ? "" : "s"));
        }
    }
}
