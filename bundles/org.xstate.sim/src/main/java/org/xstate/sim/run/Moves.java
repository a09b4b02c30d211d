package org.xstate.sim.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Transition;

/**
 * Names of steps, as schedules and trace files write them: the rule, the task ({@code A}), the interrupt with its CPU
 * ({@code softirq@1}, without the CPU where there is just one) or with the task in whose name it runs
 * ({@code preempt/A}). {@code :n} behind it is the n-th way through its choices, from 0, which is left out.
 */
public final class Moves {

    private final List<String> names;

    public Moves(Machine machine) {
        List<String> all = new ArrayList<>();
        machine.rules().forEach(rule -> all.add(rule.name()));
        for (Process process : machine.processes()) {
            all.add(switch (process.kind()) {
                case TASK -> process.name();
                case CPU_INTERRUPT -> process.name() + (machine.cpus() == 1 ? "" : "@" + process.instance());
                case TASK_INTERRUPT -> process.name() + "/" + taskName(machine, process.instance());
            });
        }
        names = List.copyOf(all);
    }

    /** The task's name; tasks without a body are the idle ones of the CPUs, in their order. */
    public static String taskName(Machine machine, int task) {
        List<Process> bodies = machine.processes().stream()
                .filter(process -> process.kind() == Process.Kind.TASK).toList();
        return bodies.stream().filter(process -> process.instance() == task).map(Process::name).findFirst()
                .orElseGet(() -> "idle" + (machine.cpus() == 1 ? "" : task - bodies.size()));
    }

    /** Of every action, by its number. */
    public List<String> actions() {
        return names;
    }

    /** Names of all of these, in their order. */
    public List<String> of(List<Transition> transitions) {
        Map<Integer, Integer> seen = new HashMap<>();
        List<String> moves = new ArrayList<>();
        for (Transition transition : transitions) {
            int way = seen.merge(transition.action(), 1, Integer::sum) - 1;
            moves.add(names.get(transition.action()) + (way == 0 ? "" : ":" + way));
        }
        return moves;
    }
}
