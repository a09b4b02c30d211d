package org.xstate.sim.debug;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.link.Machine;
import org.xstate.model.link.Process;
import org.xstate.model.run.Event;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;

/** Who stands where, at the place of the history at which a simulation is. */
public final class Places {

    private final Simulation simulation;
    private final Machine machine;

    public Places(Simulation simulation) {
        this.simulation = simulation;
        this.machine = simulation.machine();
    }

    /**
     * Where somebody stands; empty for a task that has ended, an interrupt that has not begun, a CPU on which only the idle
     * task is, and, of everybody, between two steps.
     */
    public Optional<CallStack> of(Subject subject) {
        return switch (subject) {
            case Subject.Process(int number) -> process(number);
            case Subject.Cpu(int number) -> cpu(number);
            case Subject.Everyone _ -> inside().map(event -> CallStack.of(machine, event));
        };
    }

    /** The process of a step; empty for a rule and for the making of an initial state. */
    OptionalInt actor(Transition by) {
        int number = by.action() - machine.rules().size();
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    boolean isBy(Transition by, Subject subject) {
        return switch (subject) {
            case Subject.Everyone _ -> true;
            case Subject.Cpu(int number) -> by.cpu() == number;
            case Subject.Process(int number) -> actor(by).equals(OptionalInt.of(number));
        };
    }

    /** The statement before which the step under way stands; at a failure, the one that failed. */
    private Optional<Event> inside() {
        Position at = simulation.position();
        Transition by = simulation.moment(at.step()).by();
        List<Event> events = by.events();
        if (at.step() == 0 || events.isEmpty()) {
            return Optional.empty();
        }
        if (at.event() < events.size()) {
            return Optional.of(events.get(at.event()));
        }
        return by.failure().map(_ -> events.getLast());
    }

    private OptionalInt acting() {
        return inside().isPresent()
                ? actor(simulation.moment(simulation.position().step()).by())
                : OptionalInt.empty();
    }

    /** Locations of processes change with whole steps only. */
    private long[] settled() {
        Position at = simulation.position();
        boolean whole = at.step() == 0
                || at.event() == simulation.moment(at.step()).by().events().size();
        return simulation.moment(whole ? at.step() : at.step() - 1).state();
    }

    private Optional<CallStack> process(int number) {
        if (acting().equals(OptionalInt.of(number))) {
            return inside().map(event -> CallStack.of(machine, event));
        }
        Process process = machine.processes().get(number);
        long location = settled()[process.location()];
        return location < 0
                ? Optional.empty()
                : Optional.of(CallStack.of(machine, process.body(), (int) location));
    }

    private Optional<CallStack> cpu(int number) {
        return contexts(number).stream().map(this::process).flatMap(Optional::stream)
                .reduce((outer, inner) -> inner.over(outer));
    }

    /** The task that is current on a CPU, by its position in the pool; empty in rule form. */
    public OptionalInt current(int cpu) {
        return machine.currentTask().map(first -> OptionalInt.of((int) simulation.state()[first + cpu] - 1))
                .orElse(OptionalInt.empty());
    }

    /** What is under way on a CPU, the task first, each interrupted by the one behind it. */
    public List<Integer> contexts(int cpu) {
        long[] state = settled();
        OptionalInt acting = acting();
        OptionalInt stepping = acting.isPresent()
                && simulation.moment(simulation.position().step()).by().cpu() == cpu
                        ? acting
                        : OptionalInt.empty();
        int task = machine.currentTask().map(first -> (int) state[first + cpu] - 1).orElse(-1);
        List<Integer> under = new ArrayList<>();
        for (int i = 0; i < machine.processes().size(); i++) {
            Process process = machine.processes().get(i);
            boolean here = process.instance() == (process.kind() == Process.Kind.CPU_INTERRUPT ? cpu : task);
            if (here && (state[process.location()] >= 0 || stepping.equals(OptionalInt.of(i)))) {
                under.add(i);
            }
        }
        under.sort(Comparator.comparingInt(this::level));
        return List.copyOf(under);
    }

    private int level(int process) {
        Process one = machine.processes().get(process);
        return one.kind() == Process.Kind.TASK ? -1 : one.level();
    }
}
