package org.xstate.model.internal.link;

import org.xstate.model.internal.run.Arithmetic;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Expression.UnaryOperator;

/** Makes expressions, evaluating what is constant. */
final class Fold {

    static final Expression ZERO = constant(0);
    static final Expression ONE = constant(1);

    private Fold() {
    }

    static Expression constant(long value) {
        return new Expression.Constant(value);
    }

    static boolean isConstant(Expression expression, long value) {
        return expression instanceof Expression.Constant(long known) && known == value;
    }

    static Expression add(Expression left, Expression right) {
        if (isConstant(right, 0)) {
            return left;
        }
        if (isConstant(left, 0)) {
            return right;
        }
        if (left instanceof Expression.Constant) {
            return right instanceof Expression.Constant(long b)
                    ? constant(((Expression.Constant) left).value() + b)
                    : add(right, left);
        }
        if (right instanceof Expression.Constant(long more)
                && left instanceof Expression.Binary(BinaryOperator operator, Expression inner, Expression known)
                && operator == BinaryOperator.ADD && known instanceof Expression.Constant(long some)) {
            return add(inner, constant(some + more));
        }
        return new Expression.Binary(BinaryOperator.ADD, left, right);
    }

    static Expression multiply(Expression left, long factor) {
        return factor == 1 ? left : binary(BinaryOperator.MULTIPLY, left, constant(factor));
    }

    static Expression unary(UnaryOperator operator, Expression operand) {
        return operand instanceof Expression.Constant(long value)
                ? constant(Arithmetic.apply(operator, value))
                : new Expression.Unary(operator, operand);
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        if (left instanceof Expression.Constant(long a)) {
            if (operator == BinaryOperator.LOGICAL_AND) {
                return a == 0 ? ZERO : truth(right);
            }
            if (operator == BinaryOperator.LOGICAL_OR) {
                return a != 0 ? ONE : truth(right);
            }
            if (right instanceof Expression.Constant(long b)) {
                return constant(Arithmetic.apply(operator, a, b));
            }
        }
        if (operator == BinaryOperator.ADD) {
            return add(left, right);
        }
        boolean neutral = switch (operator) {
            case LOGICAL_AND -> isConstant(right, 1) && isTruth(left);
            case LOGICAL_OR -> isConstant(right, 0) && isTruth(left);
            case SUBTRACT, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> isConstant(right, 0);
            case MULTIPLY, DIVIDE -> isConstant(right, 1);
            default -> false;
        };
        return neutral ? left : new Expression.Binary(operator, left, right);
    }

    private static Expression truth(Expression expression) {
        if (expression instanceof Expression.Constant(long value)) {
            return value != 0 ? ONE : ZERO;
        }
        return isTruth(expression) ? expression : binary(BinaryOperator.NOT_EQUAL, expression, ZERO);
    }

    /** Whether an expression is 0 or 1 by its form. */
    private static boolean isTruth(Expression expression) {
        return switch (expression) {
            case Expression.Unary unary -> unary.operator() == UnaryOperator.NOT;
            case Expression.Binary binary -> switch (binary.operator()) {
                case EQUAL, NOT_EQUAL, LESS, LESS_UNSIGNED, LESS_EQUAL, LESS_EQUAL_UNSIGNED, LOGICAL_AND,
                        LOGICAL_OR ->
                    true;
                default -> false;
            };
            default -> false;
        };
    }

    static Expression equal(Expression left, Expression right) {
        return binary(BinaryOperator.EQUAL, left, right);
    }

    static Expression select(Expression condition, Expression then, Expression otherwise) {
        if (condition instanceof Expression.Constant(long value)) {
            return value != 0 ? then : otherwise;
        }
        return then.equals(otherwise) ? then : new Expression.Select(condition, then, otherwise);
    }

    static Expression wrap(Expression operand, int bits, boolean signed) {
        if (bits == Long.SIZE) {
            return operand;
        }
        return operand instanceof Expression.Constant(long value)
                ? constant(Arithmetic.wrap(value, bits, signed))
                : new Expression.Wrap(operand, bits, signed);
    }
}
