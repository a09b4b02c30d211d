package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.run.Steps;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;
import org.xstate.model.run.Transition;
import org.xstate.model.type.Type;

/**
 * The states that the setups make, found by running them once: what they have in common is what the variables begin with,
 * and what only setups write is constant.
 */
final class InitialStates {

    /** With more of them the setups stay as they are. */
    private static final int MOST = 1 << 16;

    private final World world;
    private final List<long[]> states;

    private InitialStates(World world, List<long[]> states) {
        this.world = world;
        this.states = states;
    }

    /** Empty if a setup fails, which is for the explorer to report, or there are none or very many states. */
    static Optional<InitialStates> of(World world, Bodies bodies, List<Integer> setups) {
        Machine machine = new Machine(world.memory().cpus(),
                IntStream.range(0, world.memory().slots()).mapToObj(world.memory()::slot).toList(),
                world.tables().all(), bodies.all().stream().map(Lowered::procedure).toList(), List.of(),
                List.of(),
                setups, List.of(), world.program().tokens(), world.currentTask());
        List<BitSet> executed = bodies.all().stream().map(_ -> new BitSet()).toList();
        List<Transition> transitions = new Steps(machine, true, executed).initial(MOST);
        boolean usable = !transitions.isEmpty() && transitions.size() < MOST
                && transitions.stream().allMatch(one -> one.failure().isEmpty());
        return usable
                ? Optional.of(new InitialStates(world, transitions.stream().map(Transition::to).toList()))
                : Optional.empty();
    }

    /** What the slots begin with; those that differ are set by {@link #choice}. */
    long[] first() {
        return states.getFirst();
    }

    /** The range of each slot over all states. */
    List<Interval> ranges() {
        return IntStream.range(0, world.memory().slots()).mapToObj(slot -> states.stream()
                .map(state -> Interval.of(state[slot])).reduce(Interval::union).orElseThrow()).toList();
    }

    /** What is left of the setups: a choice of one of the states. */
    Optional<Lowered> choice() {
        if (states.size() == 1) {
            return Optional.empty();
        }
        Span span = world.program().setups().getFirst().span();
        List<Instruction> instructions = new ArrayList<>();
        instructions.add(new Instruction.Choose(0, 0, states.size() - 1L));
        List<Interval> ranges = ranges();
        for (int slot = 0; slot < ranges.size(); slot++) {
            if (!ranges.get(slot).isConstant()) {
                int number = slot;
                int table = world.tables().number(states.stream().map(state -> state[number]).toList());
                instructions.add(new Instruction.Store(Fold.constant(slot),
                        new Expression.Lookup(table, new Expression.Local(0))));
            }
        }
        instructions.add(new Instruction.Return(Optional.empty()));
        List<Procedure.Node> nodes = new ArrayList<>();
        for (Instruction instruction : instructions) {
            List<Integer> next = nodes.size() + 1 < instructions.size()
                    ? List.of(nodes.size() + 1)
                    : List.of();
            nodes.add(new Procedure.Node(span, "initial state", List.of(), instruction, next, Visibility.NONE,
                    true,
                    new BitSet()));
        }
        Procedure.Local number = new Procedure.Local("$state", Type.LONG, 0, states.size() - 1L);
        return Optional.of(Ordering.order(new Lowered("setups", 0, List.of(number), nodes)));
    }
}
