package org.xstate.model.internal.bytecode;

/**
 * What is known of a value: it is {@code low + k * stride} for some k, and not above {@code high}.
 *
 * @param stride at least 1; with one value, 1
 */
public record Range(long low, long high, long stride) {

    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE, 1);
    static final Range TRUTH = new Range(0, 1, 1);

    static Range of(long value) {
        return new Range(value, value, 1);
    }

    static Range of(long low, long high) {
        return low > high ? ALL : new Range(low, high, 1);
    }

    boolean isConstant() {
        return low == high;
    }

    boolean within(long least, long greatest) {
        return least <= low && high <= greatest;
    }

    Range plus(Range other) {
        try {
            return strided(Math.addExact(low, other.low), Math.addExact(high, other.high), other);
        } catch (ArithmeticException overflow) {
            return ALL;
        }
    }

    Range minus(Range other) {
        try {
            return strided(Math.subtractExact(low, other.high), Math.subtractExact(high, other.low), other);
        } catch (ArithmeticException overflow) {
            return ALL;
        }
    }

    Range times(long factor) {
        try {
            if (factor < 0) {
                return of(Math.multiplyExact(high, factor), Math.multiplyExact(low, factor));
            }
            long a = Math.multiplyExact(low, factor);
            long b = Math.multiplyExact(high, factor);
            return new Range(a, b, a == b ? 1 : Math.multiplyExact(stride, factor));
        } catch (ArithmeticException overflow) {
            return ALL;
        }
    }

    Range or(Range other) {
        return of(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** What is left if the value is from {@code least} to {@code greatest}. */
    Range cut(long least, long greatest) {
        if (within(least, greatest)) {
            return this;
        }
        return least > greatest ? ALL : of(Math.max(low, least), Math.max(least, Math.min(high, greatest)));
    }

    private Range strided(long least, long greatest, Range other) {
        long common = isConstant() ? other.stride : other.isConstant() ? stride : gcd(stride, other.stride);
        return new Range(least, greatest, least == greatest ? 1 : common);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
