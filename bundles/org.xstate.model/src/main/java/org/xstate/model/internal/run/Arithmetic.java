package org.xstate.model.internal.run;

import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Expression.UnaryOperator;

/** What operators do to words: the definition that folding and the interpreter share. */
public final class Arithmetic {

    private Arithmetic() {
    }

    public static long apply(UnaryOperator operator, long a) {
        return switch (operator) {
            case NOT -> a == 0 ? 1 : 0;
            case NEGATE -> -a;
            case COMPLEMENT -> ~a;
        };
    }

    /** Both operands are evaluated; the divisor of a division is not 0. */
    public static long apply(BinaryOperator operator, long a, long b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case DIVIDE_UNSIGNED -> Long.divideUnsigned(a, b);
            case REMAINDER -> a % b;
            case REMAINDER_UNSIGNED -> Long.remainderUnsigned(a, b);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> a << b;
            case SHIFT_RIGHT -> a >> b;
            case SHIFT_RIGHT_UNSIGNED -> a >>> b;
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

    public static long wrap(long value, int bits, boolean signed) {
        int spare = Long.SIZE - bits;
        return signed ? value << spare >> spare : value << spare >>> spare;
    }

    private static long truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
