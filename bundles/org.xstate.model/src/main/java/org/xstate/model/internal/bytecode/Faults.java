package org.xstate.model.internal.bytecode;

import org.xstate.model.link.Expression;

/** Whether evaluating an expression may end the step. */
final class Faults {

    private Faults() {
    }

    static boolean possible(Expression expression) {
        return switch (expression) {
            case Expression.Checked _ -> true;
            case Expression.Constant _,Expression.Local _,Expression.ThisCpu _ -> false;
            case Expression.Load(Expression slot) -> possible(slot);
            case Expression.Lookup(_, Expression index) -> possible(index);
            case Expression.Unary(_, Expression operand) -> possible(operand);
            case Expression.Binary(_, Expression left, Expression right) -> possible(left) || possible(right);
            case Expression.Select(Expression condition, Expression then, Expression otherwise) ->
                possible(condition) || possible(then) || possible(otherwise);
            case Expression.Wrap(Expression operand, _, _) -> possible(operand);
        };
    }
}
