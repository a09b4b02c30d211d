package org.xstate.model.internal.link;

import java.util.function.Function;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Expression.UnaryOperator;

/** What is known of locals where a condition holds, or does not. */
final class Refinement {

    private final Interval[] locals;
    private final Function<Expression, Interval> range;
    private boolean possible = true;

    private Refinement(Interval[] locals, Function<Expression, Interval> range) {
        this.locals = locals;
        this.range = range;
    }

    /** Narrows locals; false if the condition cannot be so. */
    static boolean apply(Expression condition, boolean holds, Interval[] locals,
            Function<Expression, Interval> range) {
        Refinement refinement = new Refinement(locals, range);
        refinement.refine(condition, holds);
        return refinement.possible;
    }

    private void refine(Expression condition, boolean holds) {
        switch (condition) {
            case Expression.Constant(long value) -> possible &= value != 0 == holds;
            case Expression.Local _ -> narrow(condition, BinaryOperator.NOT_EQUAL, Interval.of(0), holds);
            case Expression.Unary(UnaryOperator operator, Expression operand) when operator == UnaryOperator.NOT ->
                refine(operand, !holds);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) -> {
                if (operator == (holds ? BinaryOperator.LOGICAL_AND : BinaryOperator.LOGICAL_OR)) {
                    refine(left, holds);
                    refine(right, holds);
                } else {
                    narrow(left, operator, range.apply(right), holds);
                    mirrored(operator, left, right, holds);
                }
            }
            default -> {
                // says nothing about locals
            }
        }
    }

    private void mirrored(BinaryOperator operator, Expression left, Expression right, boolean holds) {
        switch (operator) {
            case EQUAL, NOT_EQUAL -> narrow(right, operator, range.apply(left), holds);
            case LESS -> narrow(right, BinaryOperator.LESS_EQUAL, range.apply(left), !holds);
            case LESS_EQUAL -> narrow(right, BinaryOperator.LESS, range.apply(left), !holds);
            default -> {
                // says nothing about the right side
            }
        }
    }

    /** {@code expression operator other}, or not. */
    private void narrow(Expression expression, BinaryOperator operator, Interval other, boolean holds) {
        if (!(expression instanceof Expression.Local(int number))) {
            return;
        }
        Interval now = locals[number];
        switch (operator) {
            case EQUAL -> set(number, holds ? both(now, other) : without(now, other));
            case NOT_EQUAL -> set(number, holds ? without(now, other) : both(now, other));
            case LESS -> set(number, holds
                    ? other.max() == Long.MIN_VALUE
                            ? null
                            : both(now, new Interval(Long.MIN_VALUE, other.max() - 1))
                    : both(now, new Interval(other.min(), Long.MAX_VALUE)));
            case LESS_EQUAL -> set(number, holds
                    ? both(now, new Interval(Long.MIN_VALUE, other.max()))
                    : other.min() == Long.MAX_VALUE
                            ? null
                            : both(now, new Interval(other.min() + 1, Long.MAX_VALUE)));
            default -> {
                // says nothing about a range
            }
        }
    }

    /** @param range null if there is no such value */
    private void set(int local, Interval range) {
        if (range == null) {
            possible = false;
        } else {
            locals[local] = range;
        }
    }

    private static Interval both(Interval a, Interval b) {
        long min = Math.max(a.min(), b.min());
        long max = Math.min(a.max(), b.max());
        return min <= max ? new Interval(min, max) : null;
    }

    private static Interval without(Interval a, Interval b) {
        if (!b.isConstant()) {
            return a;
        }
        if (a.isConstant()) {
            return a.equals(b) ? null : a;
        }
        return a.min() == b.min()
                ? new Interval(a.min() + 1, a.max())
                : a.max() == b.min() ? new Interval(a.min(), a.max() - 1) : a;
    }
}
