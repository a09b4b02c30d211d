package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.Optional;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.type.Type;

/** C's integer arithmetic: promotions, common types, values of constants. */
final class Integers {

    private Integers() {
    }

    static boolean isInteger(Type type) {
        return type instanceof Type.Int || type instanceof Type.Bool || type instanceof Type.Enumeration;
    }

    /** What C's integer promotions make of a type. */
    static Type.Int promoted(Type type) {
        if (!(type instanceof Type.Int integer)
                || Type.INT.contains(integer.min()) && Type.INT.contains(integer.max())) {
            return Type.INT;
        }
        if (integer.bits() <= 32) {
            return integer.signed() ? Type.INT : Type.UNSIGNED;
        }
        return integer.signed() ? Type.LONG : Type.UNSIGNED_LONG;
    }

    /** What C's usual arithmetic conversions make of two types. */
    static Type.Int common(Type left, Type right) {
        Type.Int a = promoted(left);
        Type.Int b = promoted(right);
        if (a.bits() != b.bits()) {
            return a.bits() > b.bits() ? a : b;
        }
        return a.signed() ? b : a;
    }

    static BigInteger min(Type type) {
        return switch (type) {
            case Type.Int integer -> integer.min();
            case Type.Enumeration enumeration -> enumeration.min();
            default -> BigInteger.ZERO;
        };
    }

    static BigInteger max(Type type) {
        return switch (type) {
            case Type.Int integer -> integer.max();
            case Type.Enumeration enumeration -> enumeration.max();
            default -> BigInteger.ONE;
        };
    }

    /** Modulo 2 to the power of the type's width. */
    static BigInteger wrapped(BigInteger value, Type.Int type) {
        BigInteger modulus = BigInteger.ONE.shiftLeft(type.bits());
        BigInteger low = value.mod(modulus);
        return type.signed() && low.testBit(type.bits() - 1) ? low.subtract(modulus) : low;
    }

    /** The result of an operation on two numbers, before it is fitted into a type; empty if C does not define it. */
    static Optional<BigInteger> apply(BinaryOperator operator, BigInteger a, BigInteger b, int bits) {
        return switch (operator) {
            case MULTIPLY -> Optional.of(a.multiply(b));
            case DIVIDE -> b.signum() == 0 ? Optional.empty() : Optional.of(a.divide(b));
            case REMAINDER -> b.signum() == 0 ? Optional.empty() : Optional.of(a.remainder(b));
            case ADD -> Optional.of(a.add(b));
            case SUBTRACT -> Optional.of(a.subtract(b));
            case SHIFT_LEFT -> shiftable(b, bits) ? Optional.of(a.shiftLeft(b.intValue())) : Optional.empty();
            case SHIFT_RIGHT ->
                shiftable(b, bits) ? Optional.of(a.shiftRight(b.intValue())) : Optional.empty();
            case AND -> Optional.of(a.and(b));
            case XOR -> Optional.of(a.xor(b));
            case OR -> Optional.of(a.or(b));
            case LESS -> truth(a.compareTo(b) < 0);
            case GREATER -> truth(a.compareTo(b) > 0);
            case LESS_EQUAL -> truth(a.compareTo(b) <= 0);
            case GREATER_EQUAL -> truth(a.compareTo(b) >= 0);
            case EQUAL -> truth(a.equals(b));
            case NOT_EQUAL -> truth(!a.equals(b));
            case LOGICAL_AND -> truth(a.signum() != 0 && b.signum() != 0);
            case LOGICAL_OR -> truth(a.signum() != 0 || b.signum() != 0);
        };
    }

    private static boolean shiftable(BigInteger by, int bits) {
        return by.signum() >= 0 && by.compareTo(BigInteger.valueOf(bits)) < 0;
    }

    private static Optional<BigInteger> truth(boolean holds) {
        return Optional.of(holds ? BigInteger.ONE : BigInteger.ZERO);
    }
}
