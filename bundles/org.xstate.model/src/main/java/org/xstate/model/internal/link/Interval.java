package org.xstate.model.internal.link;

import java.math.BigInteger;

/** Words from a least to a greatest, as signed numbers. */
record Interval(long min, long max) {

    static final Interval ALL = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);
    static final Interval TRUTH = new Interval(0, 1);

    static Interval of(long value) {
        return new Interval(value, value);
    }

    /** All words that represent a number of the range: every word if some of them would be negative although they are not. */
    static Interval of(BigInteger min, BigInteger max) {
        return max.bitLength() > 63 ? ALL : new Interval(min.longValue(), max.longValue());
    }

    boolean isInside(Interval other) {
        return other.min <= min && max <= other.max;
    }

    boolean isConstant() {
        return min == max;
    }

    Interval union(Interval other) {
        return new Interval(Math.min(min, other.min), Math.max(max, other.max));
    }
}
