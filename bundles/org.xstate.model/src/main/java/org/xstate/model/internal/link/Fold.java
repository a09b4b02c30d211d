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
            return right instanceof Expression.Constant
                    ? binary(BinaryOperator.ADD, left, right)
                    : add(right, left);
        }
        if (right instanceof Expression.Constant(long more)
                && left instanceof Expression.Binary(BinaryOperator operator, Expression inner, Expression known)
                && operator == BinaryOperator.ADD && known instanceof Expression.Constant(long some)) {
            return add(inner, constant(some + more));
        }
        return binary(BinaryOperator.ADD, left, right);
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
                return a == 0 ? ZERO : right;
            }
            if (operator == BinaryOperator.LOGICAL_OR) {
                return a != 0 ? ONE : right;
            }
            if (right instanceof Expression.Constant(long b)) {
                return constant(Arithmetic.apply(operator, a, b));
            }
        }
        boolean neutral = operator == BinaryOperator.LOGICAL_AND && isConstant(right, 1)
                || operator == BinaryOperator.LOGICAL_OR && isConstant(right, 0);
        return neutral ? left : new Expression.Binary(operator, left, right);
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
