package org.xstate.api;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.LongFunction;

/**
 * Says in words what the bits of a register mean, from a table of its fields. Building one is cheap; text is made only
 * when it is asked for.
 *
 * <p>The words of all parts that have something to say are joined by commas; reserved bits that are set are named, never
 * dropped.
 */
public final class BitWords implements LongFunction<String> {

    /** Something that may be said about a value. */
    public sealed interface Part {
        /** A bit that is named when it is 1. @param bit 0 to 63 */
        record Flag(int bit, String name) implements Part {
        }

        /** An unsigned number. @param low its lowest bit @param width bits, 1 to 63 */
        record Number(int low, int width, String name) implements Part {
        }

        /** A number whose values have names; an empty name is not said. @param low its lowest bit @param width bits */
        record Choice(int low, int width, List<String> names) implements Part {
        }

        /** Bits that stay in place, as of an address. @param mask which bits */
        record Address(long mask, String name) implements Part {
        }

        /** Bits that have to be 0. @param mask which bits */
        record Reserved(long mask) implements Part {
        }
    }

    private final String otherwise;
    private final List<Part> parts;

    private BitWords(String otherwise, List<Part> parts) {
        this.otherwise = otherwise;
        this.parts = parts;
    }

    /** @param otherwise the words when no part has anything to say @param parts in the order of the output */
    public static BitWords of(String otherwise, Part... parts) {
        return new BitWords(Objects.requireNonNull(otherwise), List.of(parts));
    }

    /** Named when the bit is 1. */
    public static Part flag(int bit, String name) {
        return new Part.Flag(bit, name);
    }

    /** {@code name value}, in decimal, when it is not 0. */
    public static Part number(int low, int width, String name) {
        return new Part.Number(low, width, name);
    }

    /** The name of the field's value; values without a name are said to be reserved. */
    public static Part choice(int low, int width, String... names) {
        return new Part.Choice(low, width, List.copyOf(Arrays.asList(names)));
    }

    /** {@code name 0x...}, the masked bits unshifted, when they are not all 0. */
    public static Part address(long mask, String name) {
        return new Part.Address(mask, name);
    }

    /** {@code reserved bits 0x... set}, when they are not all 0. */
    public static Part reserved(long mask) {
        return new Part.Reserved(mask);
    }

    /** The bits that have to be 0. */
    public long reservedBits() {
        long bits = 0;
        for (Part part : parts) {
            if (part instanceof Part.Reserved(long mask)) {
                bits |= mask;
            }
        }
        return bits;
    }

    @Override
    public String apply(long value) {
        StringJoiner words = new StringJoiner(", ");
        words.setEmptyValue(otherwise);
        for (Part part : parts) {
            String said = said(part, value);
            if (!said.isEmpty()) {
                words.add(said);
            }
        }
        return words.toString();
    }

    private static String said(Part part, long value) {
        return switch (part) {
            case Part.Flag(int bit, String name) -> (value >>> bit & 1) != 0 ? name : "";
            case Part.Number(int low, int width, String name) -> {
                long number = field(value, low, width);
                yield number == 0 ? "" : name + " " + number;
            }
            case Part.Choice(int low, int width, List<String> names) -> {
                long choice = field(value, low, width);
                yield choice < names.size()
                        ? names.get((int) choice)
                        : "reserved value " + choice + " in " + bits(low, width);
            }
            case Part.Address(long mask, String name) -> (value & mask) == 0
                    ? ""
                    : name + " 0x" + Long.toHexString(value & mask);
            case Part.Reserved(long mask) -> (value & mask) == 0
                    ? ""
                    : "reserved bits 0x" + Long.toHexString(value & mask) + " set";
        };
    }

    private static long field(long value, int low, int width) {
        return value >>> low & (1L << width) - 1;
    }

    private static String bits(int low, int width) {
        return width == 1 ? "bit " + low : "bits " + (low + width - 1) + ":" + low;
    }
}
