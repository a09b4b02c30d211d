package org.xstate.model.internal.link;

import java.util.BitSet;

/** Between which words locals lie before a node: those that are live there. */
final class Bounds {

    /** Changes after which a range grows by doubling, so that loops are done with. */
    private static final int PATIENCE = 40;

    private final int[] locals;
    private final long[] min;
    private final long[] max;
    private int changes = -1;

    Bounds(BitSet live) {
        locals = live.stream().toArray();
        min = new long[locals.length];
        max = new long[locals.length];
    }

    /** Whether the node is reached at all. */
    boolean isReached() {
        return changes >= 0;
    }

    /** Puts what is known into an array by number of local. */
    void load(Interval[] all) {
        for (int i = 0; i < locals.length; i++) {
            all[locals[i]] = new Interval(min[i], max[i]);
        }
    }

    Interval of(int local) {
        for (int i = 0; i < locals.length; i++) {
            if (locals[i] == local) {
                return new Interval(min[i], max[i]);
            }
        }
        throw new IllegalArgumentException("local " + local + " is not live");
    }

    /** Adds the values with which the node is reached on one more way; whether they are new. */
    boolean join(Interval[] all) {
        boolean changed = changes < 0;
        for (int i = 0; i < locals.length; i++) {
            Interval now = all[locals[i]];
            Interval before = changes < 0 ? now : new Interval(min[i], max[i]);
            Interval joined = grown(before, before.union(now), changes);
            changed |= !joined.equals(before);
            min[i] = joined.min();
            max[i] = joined.max();
        }
        if (changed) {
            changes++;
        }
        return changed;
    }

    /** The wider range; once it has changed often, much wider. */
    static Interval grown(Interval before, Interval after, int changes) {
        if (changes < PATIENCE) {
            return after;
        }
        long max = after.max() > before.max() ? above(after.max()) : after.max();
        long min = after.min() < before.min() ? ~above(~after.min()) : after.min();
        return new Interval(min, max);
    }

    private static long above(long value) {
        return value <= 0
                ? 0
                : Long.highestOneBit(value) < 1L << 62 ? Long.highestOneBit(value) * 4 - 1 : Long.MAX_VALUE;
    }
}
