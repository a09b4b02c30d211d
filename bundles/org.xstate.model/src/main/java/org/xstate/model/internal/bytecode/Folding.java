package org.xstate.model.internal.bytecode;

import java.util.function.IntFunction;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;

/** Evaluates what is known of an expression once some locals are known. */
final class Folding {

    private final Machine machine;
    private final IntFunction<Expression> locals;

    /** @param locals what a local is: a constant, or a local of another number */
    Folding(Machine machine, IntFunction<Expression> locals) {
        this.machine = machine;
        this.locals = locals;
    }

    Expression fold(Expression expression) {
        return switch (expression) {
            case Expression.Constant _,Expression.ThisCpu _ -> expression;
            case Expression.Local(int number) -> locals.apply(number);
            case Expression.Load(Expression slot) -> load(fold(slot));
            case Expression.Lookup(int table, Expression index) -> lookup(table, fold(index));
            case Expression.Unary(Expression.UnaryOperator operator, Expression operand) ->
                unary(operator, fold(operand));
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) ->
                binary(operator, fold(left), right);
            case Expression.Select(Expression condition, Expression then, Expression otherwise) ->
                fold(condition) instanceof Expression.Constant(long value)
                        ? fold(value != 0 ? then : otherwise)
                        : new Expression.Select(fold(condition), fold(then), fold(otherwise));
            case Expression.Wrap(Expression operand, int bits, boolean signed) ->
                wrap(fold(operand), bits, signed);
            case Expression.Checked checked -> fold(checked.operand()) instanceof Expression.Constant constant
                    && constant.value() >= checked.min() && constant.value() <= checked.max()
                            ? constant
                            : new Expression.Checked(fold(checked.operand()), checked.min(), checked.max(),
                                    checked.fault());
        };
    }

    private Expression load(Expression slot) {
        if (slot instanceof Expression.Constant(long number)) {
            Slot declared = machine.slots().get((int) number);
            if (declared.min() == declared.max()) {
                return new Expression.Constant(declared.min());
            }
        }
        return new Expression.Load(slot);
    }

    private Expression lookup(int table, Expression index) {
        long[] words = machine.tables().get(table);
        return index instanceof Expression.Constant(long number) && number >= 0 && number < words.length
                ? new Expression.Constant(words[(int) number])
                : new Expression.Lookup(table, index);
    }

    private static Expression unary(Expression.UnaryOperator operator, Expression operand) {
        if (!(operand instanceof Expression.Constant(long value))) {
            return new Expression.Unary(operator, operand);
        }
        return new Expression.Constant(switch (operator) {
            case NOT -> value == 0 ? 1 : 0;
            case NEGATE -> -value;
            case COMPLEMENT -> ~value;
        });
    }

    private Expression binary(BinaryOperator operator, Expression left, Expression rightAsWritten) {
        boolean decides = left instanceof Expression.Constant(long value)
                && (operator == BinaryOperator.LOGICAL_AND && value == 0
                        || operator == BinaryOperator.LOGICAL_OR && value != 0);
        if (decides) {
            return new Expression.Constant(operator == BinaryOperator.LOGICAL_OR ? 1 : 0);
        }
        Expression right = fold(rightAsWritten);
        boolean logical = operator == BinaryOperator.LOGICAL_AND || operator == BinaryOperator.LOGICAL_OR;
        if (left instanceof Expression.Constant(long a) && right instanceof Expression.Constant(long b)) {
            return logical ? truth(right) : constant(operator, a, b);
        }
        if (logical && left instanceof Expression.Constant) {
            return truth(right);
        }
        return new Expression.Binary(operator, left, right);
    }

    /** 0 or 1. */
    private static Expression truth(Expression value) {
        return switch (value) {
            case Expression.Constant(long constant) -> new Expression.Constant(constant != 0 ? 1 : 0);
            case Expression.Binary binary when isTruth(binary.operator()) -> binary;
            case Expression.Unary unary when unary.operator() == Expression.UnaryOperator.NOT -> unary;
            default -> new Expression.Binary(BinaryOperator.NOT_EQUAL, value, new Expression.Constant(0));
        };
    }

    private static boolean isTruth(BinaryOperator operator) {
        return operator.compareTo(BinaryOperator.EQUAL) >= 0;
    }

    private static Expression constant(BinaryOperator operator, long a, long b) {
        return switch (operator) {
            case ADD -> new Expression.Constant(a + b);
            case SUBTRACT -> new Expression.Constant(a - b);
            case MULTIPLY -> new Expression.Constant(a * b);
            case DIVIDE -> new Expression.Constant(a / b);
            case DIVIDE_UNSIGNED -> new Expression.Constant(Long.divideUnsigned(a, b));
            case REMAINDER -> new Expression.Constant(a % b);
            case REMAINDER_UNSIGNED -> new Expression.Constant(Long.remainderUnsigned(a, b));
            case AND -> new Expression.Constant(a & b);
            case OR -> new Expression.Constant(a | b);
            case XOR -> new Expression.Constant(a ^ b);
            case SHIFT_LEFT -> new Expression.Constant(a << b);
            case SHIFT_RIGHT -> new Expression.Constant(a >> b);
            case SHIFT_RIGHT_UNSIGNED -> new Expression.Constant(a >>> b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case LESS -> truth(a < b);
            case LESS_UNSIGNED -> truth(Long.compareUnsigned(a, b) < 0);
            case LESS_EQUAL -> truth(a <= b);
            case LESS_EQUAL_UNSIGNED -> truth(Long.compareUnsigned(a, b) <= 0);
            case LOGICAL_AND -> truth(a != 0 && b != 0);
            case LOGICAL_OR -> truth(a != 0 || b != 0);
        };
    }

    static boolean isZero(Expression expression) {
        return expression instanceof Expression.Constant(long value) && value == 0;
    }

    private static Expression truth(boolean value) {
        return new Expression.Constant(value ? 1 : 0);
    }

    private static Expression wrap(Expression operand, int bits, boolean signed) {
        if (!(operand instanceof Expression.Constant(long value))) {
            return new Expression.Wrap(operand, bits, signed);
        }
        int unused = Long.SIZE - bits;
        return new Expression.Constant(signed ? value << unused >> unused : value << unused >>> unused);
    }
}
