package org.xstate.model.bytecode;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was executed of a machine.
 *
 * <p>A node whose expressions fail counts as executed, and so do those that would have been executed right after it.
 *
 * @param nodes   for each procedure, its nodes that were executed
 * @param choices every place where something is chosen, with the values with which some step came to its end
 */
public record Coverage(List<BitSet> nodes, List<Choice> choices) {

    public Coverage {
        nodes = nodes.stream().map(executed -> (BitSet) executed.clone()).toList();
        choices = List.copyOf(choices);
    }

    /**
     * A place where something is chosen.
     *
     * @param low   the least value
     * @param taken the values with which some step came to its end, less {@code low}; values from
     *              {@value #MOST_VALUES} on are not told apart
     */
    public record Choice(int procedure, int node, long low, long high, BitSet taken) {

        /** Values of one choice that are told apart; a byte's has 256. */
        public static final int MOST_VALUES = 1 << 12;

        public Choice {
            taken = (BitSet) taken.clone();
        }
    }

    /** What was executed here or there, by steppers of one machine. */
    public Coverage and(Coverage other) {
        return new Coverage(
                IntStream.range(0, nodes.size()).mapToObj(i -> union(nodes.get(i), other.nodes.get(i)))
                        .toList(),
                IntStream.range(0, choices.size()).mapToObj(i -> union(choices.get(i), other.choices.get(i)))
                        .toList());
    }

    private static Choice union(Choice a, Choice b) {
        return new Choice(a.procedure, a.node, a.low, a.high, union(a.taken, b.taken));
    }

    private static BitSet union(BitSet a, BitSet b) {
        BitSet all = (BitSet) a.clone();
        all.or(b);
        return all;
    }
}
