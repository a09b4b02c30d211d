package org.xstate.model.internal.link;

import java.util.function.Function;

import org.xstate.model.link.Expression;

/** Expressions without checks that cannot fail, and with constants where nothing else is possible. */
final class Tidying {

    private final Function<Expression, Interval> range;

    /** @param range of an expression where it stands */
    Tidying(Function<Expression, Interval> range) {
        this.range = range;
    }

    Expression tidy(Expression expression) {
        Expression inner = Rewriting.inner(expression, this::tidy);
        Expression simpler = switch (inner) {
            case Expression.Checked checked when range.apply(checked.operand())
                    .isInside(new Interval(checked.min(), checked.max())) ->
                checked.operand();
            case Expression.Wrap wrap when range.apply(wrap.operand()).isInside(fitting(wrap)) ->
                wrap.operand();
            default -> inner;
        };
        if (simpler instanceof Expression.Constant || mayFail(simpler)) {
            return simpler;
        }
        Interval values = range.apply(simpler);
        return values.isConstant() ? Fold.constant(values.min()) : simpler;
    }

    /** {@code x != 0} and {@code x || 0} of something that is 0 or 1, and {@code x && 1}. */
    private boolean isTruth(Expression.Binary binary) {
        boolean same = switch (binary.operator()) {
            case NOT_EQUAL, LOGICAL_OR -> Fold.isConstant(binary.right(), 0);
            case LOGICAL_AND -> Fold.isConstant(binary.right(), 1);
            default -> false;
        };
        return same && range.apply(binary.left()).isInside(Interval.TRUTH);
    }

    private static Interval fitting(Expression.Wrap wrap) {
        return wrap.signed()
                ? new Interval(-1L << wrap.bits() - 1, ~(-1L << wrap.bits() - 1))
                : new Interval(0, -1L >>> Long.SIZE - wrap.bits());
    }

    private static boolean mayFail(Expression expression) {
        return expression instanceof Expression.Checked
                || Rewriting.parts(expression).stream().anyMatch(Tidying::mayFail);
    }
}
