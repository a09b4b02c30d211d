package org.xstate.sim.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Event;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Transition;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;

/**
 * What the locals of a call hold where a simulation stands. States keep only locals that are still needed; here the history
 * tells, so that a reader sees also those that nothing reads any more.
 */
public final class Locals {

    private static final String TEMPORARY = "$";

    private final Simulation simulation;
    private final Machine machine;
    private final CallStack stack;
    private final int depth;
    private final Call call;
    private final TreeMap<Integer, LocalValue> found = new TreeMap<>();

    /** Absent in rule form. */
    private final OptionalInt process;

    private Locals(Simulation simulation, Subject subject, CallStack stack, int depth) {
        this.simulation = simulation;
        this.machine = simulation.machine();
        this.stack = stack;
        this.depth = depth;
        this.call = stack.calls().get(depth);
        this.process = process(subject);
    }

    private OptionalInt process(Subject subject) {
        return switch (subject) {
            case Subject.Process(int number) -> OptionalInt.of(number);
            case Subject.Cpu(int number) -> {
                int context = (int) IntStream.rangeClosed(1, depth)
                        .filter(i -> stack.calls().get(i).site().isEmpty()).count();
                yield OptionalInt.of(new Places(simulation).contexts(number).get(context));
            }
            case Subject.Everyone _ -> new Places(simulation)
                    .actor(simulation.moment(simulation.position().step()).by());
        };
    }

    /**
     * Parameters and locals that have got a value since the call, in the order of the text; of locals with one name in
     * several blocks, the one that was set last.
     *
     * @param stack where the subject stands
     * @param depth of the call in the stack, from 0
     */
    public static List<LocalValue> of(Simulation simulation, Subject subject, CallStack stack, int depth) {
        Locals locals = new Locals(simulation, subject, stack, depth);
        locals.collect();
        return List.copyOf(locals.found.values());
    }

    /** How many of the outer calls are those of what this one has interrupted. */
    private int interrupted() {
        return IntStream.rangeClosed(1, depth)
                .filter(i -> stack.calls().get(i).site().isEmpty()).max().orElse(0);
    }

    private void collect() {
        int outer = interrupted();
        List<Call> path = stack.calls().subList(outer, depth + 1);
        int end = endOfBlock();
        boolean[] entered = {false};
        Position at = simulation.position();
        for (int step = at.step(); step > 0; step--) {
            List<Event> events = simulation.moment(step).by().events();
            if (!isOwn(simulation.moment(step).by(), step == at.step())) {
                continue;
            }
            int last = step == at.step() ? at.event() : events.size();
            for (int i = last - 1; i >= 0; i--) {
                if (!isInside(events.get(i), path, end, entered)) {
                    return;
                }
            }
        }
    }

    /** Whether the statement belongs to the call, or passes its arguments; takes what it sets. */
    private boolean isInside(Event event, List<Call> path, int end, boolean[] entered) {
        CallStack there = CallStack.of(machine, event);
        Instruction instruction = node(event).instruction();
        if (there.isWithin(path)) {
            if (entered[0]) {
                return false;
            }
            boolean here = event.procedure() == call.procedure();
            if (here) {
                target(instruction).filter(local -> isOfBlock(local, end))
                        .ifPresent(local -> event.locals().forEach(value -> found(local, value)));
            }
            // an interrupt begins anew each time
            return !(path.size() == 1 && event.node() == 0 && event.calls().isEmpty());
        }
        boolean before = there.depth() == path.size() - 1 && path.size() > 1
                && there.calls().equals(path.subList(0, path.size() - 1));
        if (!before) {
            return false;
        }
        if (instruction instanceof Instruction.Call(var _, int procedure, var _)
                && procedure == call.procedure() && path.getLast().locals() == 0) {
            IntStream.range(0, event.locals().size()).forEach(i -> found(i, event.locals().get(i)));
            return false;
        }
        boolean argument = target(instruction).filter(local -> isOfBlock(local, end)).isPresent();
        if (argument) {
            entered[0] = true;
            event.locals().forEach(value -> found(target(instruction).orElseThrow(), value));
        }
        return argument;
    }

    private void found(int local, LocalValue value) {
        boolean known = found.values().stream()
                .anyMatch(one -> one.local().name().equals(value.local().name()));
        if (!known && !value.local().name().startsWith(TEMPORARY)) {
            found.put(local, value);
        }
    }

    private boolean isOwn(Transition by, boolean underWay) {
        int number = by.action() - machine.rules().size();
        return process.isPresent() ? process.getAsInt() == number : underWay;
    }

    private Procedure.Node node(Event event) {
        return machine.procedures().get(event.procedure()).nodes().get(event.node());
    }

    private static Optional<Integer> target(Instruction instruction) {
        return switch (instruction) {
            case Instruction.SetLocal set -> Optional.of(set.local());
            case Instruction.Choose choose -> Optional.of(choose.local());
            default -> Optional.empty();
        };
    }

    private boolean isOfBlock(int local, int end) {
        return local >= call.locals() && local < end;
    }

    /** The first local of the next expanded call; the procedure's end if there is none. */
    private int endOfBlock() {
        Procedure procedure = machine.procedures().get(call.procedure());
        TreeSet<Integer> firsts = new TreeSet<>();
        List<Procedure.Node> nodes = new ArrayList<>(procedure.nodes());
        nodes.forEach(node -> node.calls().forEach(frame -> firsts.add(frame.locals())));
        return Optional.ofNullable(firsts.higher(call.locals())).orElse(procedure.locals().size());
    }
}
