package org.xstate.api;

import java.util.Objects;
import java.util.function.LongFunction;

/**
 * A field of a component, for decoding.
 *
 * @param offset  bytes from the start of the component
 * @param width   bytes, 1 to 8 for a number, up to 64 for a vector and 1024 for a tile
 * @param name    the manual's name, lower case: {@code bndcfgu}, {@code uihandler}
 * @param style   how the value is written
 * @param meaning what a value of up to 8 bytes says, in words; empty text if nothing beyond the number
 */
public record FieldDescriptor(int offset, int width, String name, Style style, LongFunction<String> meaning) {

    /** How a value is written in text and JSON. */
    public enum Style {
        /** A count, id or control word: a decimal JSON number (at most 4 bytes, so that it stays exact). */
        NUMBER,
        /** A mask, address or 64-bit register: {@code "0x..."}, lower case. */
        HEX,
        /** A vector, x87 or tile register: big-endian hex digits without {@code 0x}, two for each byte. */
        BYTES
    }

    public FieldDescriptor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(style);
        Objects.requireNonNull(meaning);
        if (offset < 0 || width < 1 || style != Style.BYTES && width > 8) {
            throw new IllegalArgumentException("field " + name + ": offset " + offset + ", width " + width);
        }
    }

    public static FieldDescriptor number(int offset, int width, String name) {
        return new FieldDescriptor(offset, width, name, Style.NUMBER, value -> "");
    }

    public static FieldDescriptor hex(int offset, int width, String name) {
        return new FieldDescriptor(offset, width, name, Style.HEX, value -> "");
    }

    public static FieldDescriptor bytes(int offset, int width, String name) {
        return new FieldDescriptor(offset, width, name, Style.BYTES, value -> "");
    }

    /** The same field with words for its values. */
    public FieldDescriptor meaning(LongFunction<String> words) {
        return new FieldDescriptor(offset, width, name, style, words);
    }
}
