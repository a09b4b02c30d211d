package org.xstate.model.internal.symmetry;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.model.internal.bytecode.Ranges;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Transition;

/**
 * Variables of CPUs that nothing writes and that differ from CPU to CPU in every initial state, as the idle task of each
 * does. With them no state that can be reached is another one with CPUs renumbered: to look for such would be in vain.
 */
final class FixedDifferences {

    private FixedDifferences() {
    }

    /**
     * @param perCpu      by position of a variable, its slot on each CPU
     * @param notOfSetups procedures that are executed after the setups
     */
    static Optional<String> find(Machine machine, List<int[]> perCpu, BitSet notOfSetups) {
        BitSet written = written(machine, notOfSetups);
        List<int[]> fixed = perCpu.stream().filter(slots -> IntStream.of(slots).noneMatch(written::get))
                .toList();
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        List<Transition> initial = new Interpreter(machine).initial();
        return fixed.stream().filter(slots -> initial.stream().allMatch(one -> differ(one.to(), slots)))
                .findFirst()
                .map(slots -> machine.slots().get(slots[0]).name()
                        + " never changes and differs from CPU to CPU");
    }

    private static boolean differ(long[] state, int[] slots) {
        return IntStream.of(slots).mapToLong(slot -> state[slot]).distinct().count() == slots.length;
    }

    private static BitSet written(Machine machine, BitSet procedures) {
        BitSet written = new BitSet();
        procedures.stream().mapToObj(machine.procedures()::get).forEach(procedure -> {
            Ranges ranges = new Ranges(machine, procedure);
            for (Procedure.Node node : procedure.nodes()) {
                switch (node.instruction()) {
                    case Instruction.Store(Expression slot, _) -> mark(written, ranges, slot, 1);
                    case Instruction.CopySlots(Expression to, _, int count) ->
                        mark(written, ranges, to, count);
                    default -> {
                        // writes no slot
                    }
                }
            }
        });
        return written;
    }

    private static void mark(BitSet written, Ranges ranges, Expression slot, int count) {
        ranges.possibleSlots(slot).stream().forEach(first -> written.set(first, first + count));
    }
}
