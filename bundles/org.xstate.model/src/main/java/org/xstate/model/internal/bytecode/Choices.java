package org.xstate.model.internal.bytecode;

import java.util.Arrays;

/** The choices on one way through a step, and the next way: the last choice changes fastest. */
final class Choices {

    private static final int FEW = 8;

    private final int[] firstValue;
    private final byte[] taken;
    private long[] value = new long[FEW];
    private long[] low = new long[FEW];
    private long[] high = new long[FEW];
    private int[] site = new int[FEW];
    private int depth;
    private int cursor;

    Choices(CoverageMap coverage) {
        firstValue = coverage.firstValues();
        taken = new byte[coverage.values()];
    }

    /** Begins with the first way. */
    void clear() {
        depth = 0;
        cursor = 0;
    }

    /** What is chosen here on this way. */
    long next(int where, long least, long greatest) {
        if (cursor == depth) {
            if (depth == value.length) {
                grow();
            }
            site[depth] = where;
            value[depth] = least;
            low[depth] = least;
            high[depth] = greatest;
            depth++;
        }
        return value[cursor++];
    }

    /** Goes to the next way; false if there is none. */
    boolean advance() {
        cursor = 0;
        while (depth > 0) {
            if (value[depth - 1] < high[depth - 1]) {
                value[depth - 1]++;
                return true;
            }
            depth--;
        }
        return false;
    }

    /** Marks the values of this way. */
    void note() {
        for (int i = 0; i < depth; i++) {
            taken[CoverageMap.mark(firstValue[site[i]], low[i], value[i])] = 1;
        }
    }

    /** Marks values that were chosen before. */
    void note(int[] marks) {
        for (int mark : marks) {
            taken[mark] = 1;
        }
    }

    /** The marks. */
    byte[] taken() {
        return taken;
    }

    private void grow() {
        value = Arrays.copyOf(value, 2 * depth);
        low = Arrays.copyOf(low, 2 * depth);
        high = Arrays.copyOf(high, 2 * depth);
        site = Arrays.copyOf(site, 2 * depth);
    }
}
