package org.xstate.api;

import java.math.BigInteger;
import java.util.Objects;

/**
 * A field or register with its value.
 *
 * @param name    the manual's name, lower case
 * @param style   how the value is written
 * @param value   unsigned
 * @param width   bytes
 * @param meaning in words, empty if the number says it all
 */
public record DecodedField(String name, FieldDescriptor.Style style, BigInteger value, int width,
        String meaning) {

    public DecodedField {
        Objects.requireNonNull(name);
        Objects.requireNonNull(style);
        Objects.requireNonNull(meaning);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(name + ": a field value is unsigned");
        }
    }

    public static DecodedField number(String name, long value, String meaning) {
        return new DecodedField(name, FieldDescriptor.Style.NUMBER, unsigned(value), 8, meaning);
    }

    /** @param width bytes, 1 to 8 */
    public static DecodedField hex(String name, long value, int width, String meaning) {
        return new DecodedField(name, FieldDescriptor.Style.HEX, unsigned(value), width, meaning);
    }

    /** @param bigEndian the most significant byte first */
    public static DecodedField bytes(String name, byte[] bigEndian, String meaning) {
        return new DecodedField(name, FieldDescriptor.Style.BYTES, new BigInteger(1, bigEndian),
                bigEndian.length,
                meaning);
    }

    private static BigInteger unsigned(long value) {
        BigInteger big = BigInteger.valueOf(value & Long.MAX_VALUE);
        return value < 0 ? big.setBit(63) : big;
    }

    /** The value as it is printed: decimal, {@code 0x...}, or big-endian hex of full width. */
    public String text() {
        return switch (style) {
            case NUMBER -> value.toString();
            case HEX -> "0x" + value.toString(16);
            case BYTES -> {
                String digits = value.toString(16);
                yield "0".repeat(Math.max(0, width * 2 - digits.length())) + digits;
            }
        };
    }
}
