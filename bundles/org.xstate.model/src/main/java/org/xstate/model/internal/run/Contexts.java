package org.xstate.model.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;

/** Which processes may step and which may begin, as the class comment of {@link Machine} says. */
final class Contexts {

    /** Below the lowest interrupt: a task's body, or nothing. */
    static final int BODY = -1;

    private final Machine machine;

    Contexts(Machine machine) {
        this.machine = machine;
    }

    /** The number of the task that is current, or -1. */
    private int currentTask(long[] slots, int cpu) {
        return machine.currentTask().map(first -> (int) slots[first + cpu] - 1).orElse(-1);
    }

    /** The process of the innermost context of a CPU that can step at all. */
    Optional<Integer> innermost(long[] slots, int cpu) {
        int task = currentTask(slots, cpu);
        Optional<Integer> innermost = Optional.empty();
        for (int i = 0; i < machine.processes().size(); i++) {
            Process process = machine.processes().get(i);
            boolean here = process.instance() == (process.kind() == Process.Kind.CPU_INTERRUPT ? cpu : task);
            boolean begun = slots[process.location()] >= 0;
            if (here && begun
                    && innermost.map(other -> level(machine.processes().get(other)) < level(process))
                            .orElse(true)) {
                innermost = Optional.of(i);
            }
        }
        return innermost;
    }

    /** A body is below the interrupts that run in the name of its task. */
    static int level(Process process) {
        return process.kind() == Process.Kind.TASK ? BODY : process.level();
    }

    /** The interrupts above a level that are not under way and belong to the CPU or to the task that is current there. */
    List<Integer> candidates(long[] slots, int cpu, int above) {
        int task = currentTask(slots, cpu);
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < machine.processes().size(); i++) {
            Process process = machine.processes().get(i);
            boolean here = switch (process.kind()) {
                case TASK -> false;
                case TASK_INTERRUPT -> process.instance() == task;
                case CPU_INTERRUPT -> process.instance() == cpu;
            };
            if (here && slots[process.location()] == Process.IDLE && level(process) > above) {
                all.add(i);
            }
        }
        return all;
    }
}
