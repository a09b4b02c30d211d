package org.xstate.model.internal.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;

/** Between which words the value of an expression lies. */
final class Ranges {

    private final int cpus;
    private final Tables tables;
    private final IntFunction<Interval> slots;
    private final SlotSets sets;

    /** @param slots the ranges of so many slots */
    Ranges(int cpus, Tables tables, int count, IntFunction<Interval> slots) {
        this.cpus = cpus;
        this.tables = tables;
        this.slots = slots;
        this.sets = new SlotSets(this, tables, count);
    }

    /** Which slots an expression for a slot can mean. */
    BitSet slots(Expression expression, IntFunction<Interval> locals) {
        return sets.of(expression, locals);
    }

    Interval of(Expression expression, IntFunction<Interval> locals) {
        return switch (expression) {
            case Expression.Constant constant -> Interval.of(constant.value());
            case Expression.Local local -> locals.apply(local.number());
            case Expression.Load load -> slots(load.slot(), locals).stream().mapToObj(slots)
                    .reduce(Interval::union).orElse(Interval.ALL);
            case Expression.Lookup lookup -> looked(lookup, locals);
            case Expression.Unary unary -> unary(unary, of(unary.operand(), locals));
            case Expression.Binary binary ->
                binary(binary.operator(), of(binary.left(), locals), of(binary.right(), locals));
            case Expression.Select select -> of(select.then(), locals).union(of(select.otherwise(), locals));
            case Expression.Wrap wrap -> wrapped(wrap, of(wrap.operand(), locals));
            case Expression.Checked checked -> clipped(of(checked.operand(), locals), checked);
            case Expression.ThisCpu _ -> new Interval(0, cpus - 1L);
        };
    }

    private static Interval clipped(Interval range, Expression.Checked checked) {
        long min = Math.max(range.min(), checked.min());
        long max = Math.min(range.max(), checked.max());
        // one that always fails has no value: any range is right
        return min <= max ? new Interval(min, max) : new Interval(checked.min(), checked.max());
    }

    private Interval looked(Expression.Lookup lookup, IntFunction<Interval> locals) {
        long[] table = tables.table(lookup.table());
        Interval index = of(lookup.index(), locals);
        int from = (int) Math.max(0, Math.min(index.min(), table.length - 1L));
        int to = (int) Math.max(0, Math.min(index.max(), table.length - 1L));
        long[] part = Arrays.copyOfRange(table, from, to + 1);
        return new Interval(Arrays.stream(part).min().orElseThrow(), Arrays.stream(part).max().orElseThrow());
    }

    private static Interval unary(Expression.Unary unary, Interval a) {
        return switch (unary.operator()) {
            case NOT -> Interval.TRUTH;
            case NEGATE -> a.min() == Long.MIN_VALUE ? Interval.ALL : new Interval(-a.max(), -a.min());
            case COMPLEMENT -> new Interval(~a.max(), ~a.min());
        };
    }

    private static Interval wrapped(Expression.Wrap wrap, Interval operand) {
        long min = wrap.signed() ? -1L << wrap.bits() - 1 : 0;
        long max = wrap.signed() ? ~min : -1L >>> Long.SIZE - wrap.bits();
        Interval type = new Interval(min, max);
        return operand.isInside(type) ? operand : type;
    }

    private static Interval binary(BinaryOperator operator, Interval a, Interval b) {
        return switch (operator) {
            case ADD -> add(a.min(), a.max(), b.min(), b.max());
            case SUBTRACT -> b.min() == Long.MIN_VALUE
                    ? Interval.ALL
                    : add(a.min(), a.max(), -b.max(), -b.min());
            case MULTIPLY -> multiply(a, b);
            case DIVIDE -> a.min() >= 0 && b.min() > 0
                    ? new Interval(a.min() / b.max(), a.max() / b.min())
                    : Interval.ALL;
            case REMAINDER -> remainder(a, b);
            case AND -> and(a, b);
            case OR -> a.min() >= 0 && b.min() >= 0
                    ? new Interval(Math.max(a.min(), b.min()), ones(a.max() | b.max()))
                    : Interval.ALL;
            case XOR ->
                a.min() >= 0 && b.min() >= 0 ? new Interval(0, ones(a.max() | b.max())) : Interval.ALL;
            case SHIFT_LEFT -> shiftedLeft(a, b);
            case SHIFT_RIGHT -> shiftedRight(a, b);
            case SHIFT_RIGHT_UNSIGNED -> a.min() >= 0 ? shiftedRight(a, b) : Interval.ALL;
            case DIVIDE_UNSIGNED, REMAINDER_UNSIGNED -> a.min() >= 0 && b.min() > 0
                    ? new Interval(0, a.max())
                    : Interval.ALL;
            case EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED, LOGICAL_AND,
                    LOGICAL_OR ->
                Interval.TRUTH;
        };
    }

    private static Interval add(long aMin, long aMax, long bMin, long bMax) {
        long min = aMin + bMin;
        long max = aMax + bMax;
        boolean over = ((aMin ^ min) & (bMin ^ min)) < 0 || ((aMax ^ max) & (bMax ^ max)) < 0;
        return over ? Interval.ALL : new Interval(min, max);
    }

    private static Interval multiply(Interval a, Interval b) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long left : new long[]{a.min(), a.max()}) {
            for (long right : new long[]{b.min(), b.max()}) {
                long product = left * right;
                if (Math.multiplyHigh(left, right) != product >> 63) {
                    return Interval.ALL;
                }
                min = Math.min(min, product);
                max = Math.max(max, product);
            }
        }
        return new Interval(min, max);
    }

    private static Interval remainder(Interval a, Interval b) {
        if (b.min() <= 0) {
            return Interval.ALL;
        }
        long most = b.max() - 1;
        return new Interval(a.min() >= 0 ? 0 : Math.max(a.min(), -most),
                a.max() <= 0 ? 0 : Math.min(a.max(), most));
    }

    private static Interval and(Interval a, Interval b) {
        if (a.min() < 0 && b.min() < 0) {
            return Interval.ALL;
        }
        return new Interval(0,
                a.min() < 0 ? b.max() : b.min() < 0 ? a.max() : Math.min(a.max(), b.max()));
    }

    /** All bits up to the highest of a number that is not negative. */
    private static long ones(long number) {
        return number == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(number);
    }

    private static Interval shiftedLeft(Interval a, Interval b) {
        boolean fits = a.min() >= 0 && b.min() >= 0 && b.max() < Long.SIZE
                && b.max() < Long.numberOfLeadingZeros(a.max());
        return fits ? new Interval(a.min() << b.min(), a.max() << b.max()) : Interval.ALL;
    }

    private static Interval shiftedRight(Interval a, Interval b) {
        if (b.min() < 0 || b.max() >= Long.SIZE) {
            return Interval.ALL;
        }
        return new Interval(a.min() >> (a.min() < 0 ? b.min() : b.max()),
                a.max() >> (a.max() < 0 ? b.max() : b.min()));
    }
}
