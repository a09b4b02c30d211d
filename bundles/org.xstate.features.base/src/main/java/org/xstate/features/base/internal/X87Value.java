package org.xstate.features.base.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An 80-bit double extended-precision value (SDM volume 1, sections 4.2.2 and 8.2.2).
 *
 * @param signAndExponent 16 bits
 * @param significand     64 bits with the explicit integer bit 63
 */
record X87Value(int signAndExponent, long significand) {

    /** What the encoding stands for. */
    enum Kind {
        ZERO("zero"), DENORMAL("denormal"), PSEUDO_DENORMAL("pseudo-denormal"), NORMAL("normal"), UNNORMAL(
                "unnormal"), INFINITY("infinity"), PSEUDO_INFINITY("pseudo-infinity"), SNAN(
                        "SNaN"), QNAN("QNaN"), INDEFINITE("QNaN, real indefinite"), PSEUDO_NAN("pseudo-NaN");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** Digits that tell any two 80-bit values apart. */
    private static final MathContext SHOWN = new MathContext(21, RoundingMode.HALF_EVEN);
    private static final MathContext WORKING = new MathContext(48, RoundingMode.HALF_EVEN);
    private static final int BIAS = 16383;
    private static final long INTEGER_BIT = 1L << 63;
    private static final long QUIET_BIT = 1L << 62;

    private int exponent() {
        return signAndExponent & 0x7fff;
    }

    boolean negative() {
        return (signAndExponent & 0x8000) != 0;
    }

    Kind kind() {
        boolean integer = (significand & INTEGER_BIT) != 0;
        long fraction = significand & ~INTEGER_BIT;
        if (exponent() == 0) {
            return significand == 0 ? Kind.ZERO : integer ? Kind.PSEUDO_DENORMAL : Kind.DENORMAL;
        }
        if (exponent() != 0x7fff) {
            return integer ? Kind.NORMAL : Kind.UNNORMAL;
        }
        if (fraction == 0) {
            return integer ? Kind.INFINITY : Kind.PSEUDO_INFINITY;
        }
        if (!integer) {
            return Kind.PSEUDO_NAN;
        }
        if ((significand & QUIET_BIT) == 0) {
            return Kind.SNAN;
        }
        return negative() && fraction == QUIET_BIT ? Kind.INDEFINITE : Kind.QNAN;
    }

    /** The two bits that FSTENV computes for a register that is not empty: valid, zero or special. */
    String tag() {
        return switch (kind()) {
            case NORMAL -> "valid";
            case ZERO -> "zero";
            default -> "special";
        };
    }

    /** Every bit of sign and exponent set: what an MMX instruction leaves there. */
    boolean looksLikeMmx() {
        return signAndExponent == 0xffff;
    }

    /** The value in decimal, at most 21 significant digits, and its class unless that is plain to see. */
    String text() {
        String sign = negative() ? "-" : "";
        return switch (kind()) {
            case ZERO -> sign + "0";
            case INFINITY -> sign + "infinity";
            case NORMAL -> sign + magnitude();
            case DENORMAL, PSEUDO_DENORMAL -> sign + magnitude() + " (" + kind().word() + ")";
            case UNNORMAL, PSEUDO_INFINITY, PSEUDO_NAN -> kind().word() + " (invalid operand since the 387)";
            case SNAN, QNAN, INDEFINITE -> sign + kind().word();
        };
    }

    /** A denormal has the exponent of the smallest normal number. */
    private String magnitude() {
        int scale = Math.max(exponent(), 1) - BIAS - 63;
        BigInteger mantissa = BigInteger.valueOf(significand & ~INTEGER_BIT);
        if (significand < 0) {
            mantissa = mantissa.setBit(63);
        }
        int zeros = mantissa.getLowestSetBit();
        int power = scale + zeros;
        BigDecimal odd = new BigDecimal(mantissa.shiftRight(zeros));
        BigDecimal value = odd.multiply(BigDecimal.TWO.pow(power, WORKING), WORKING).round(SHOWN);
        BigDecimal shown = value.stripTrailingZeros();
        boolean plain = shown.scale() > -21 && shown.precision() - shown.scale() > -5;
        return plain ? shown.toPlainString() : shown.toString();
    }
}
