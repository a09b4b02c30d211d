package org.xstate.model.type;

import java.math.BigInteger;
import java.util.List;

/** A type, with names resolved. */
public sealed interface Type {

    Int INT = Int.signed("int", 32);
    Int LONG = Int.signed("long", 64);
    Int UNSIGNED = Int.unsigned("unsigned int", 32);
    Int UNSIGNED_LONG = Int.unsigned("unsigned long", 64);
    Bool BOOL = new Bool();
    Void VOID = new Void();
    Token TOKEN = new Token();
    Cpu CPU = new Cpu();

    /** As it is written in C. */
    String text();

    record Void() implements Type {
        @Override
        public String text() {
            return "void";
        }
    }

    record Bool() implements Type {
        @Override
        public String text() {
            return "bool";
        }
    }

    /**
     * An integer.
     *
     * @param name   as it is written
     * @param signed whether arithmetic on it is signed, before C's promotions
     * @param bits   of the type in C that holds it: 8, 16, 32 or 64
     * @param min    the least value that it may take; a bit-field and a {@code range} have fewer than their C type
     * @param max    the greatest
     */
    record Int(String name, boolean signed, int bits, BigInteger min, BigInteger max) implements Type {

        public static Int signed(String name, int bits) {
            BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
            return new Int(name, true, bits, half.negate(), half.subtract(BigInteger.ONE));
        }

        public static Int unsigned(String name, int bits) {
            return new Int(name, false, bits, BigInteger.ZERO,
                    BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        }

        /** The values of a bit-field of that width. */
        public static Int field(boolean signed, int bits, int width) {
            Int whole = signed ? signed("", width) : unsigned("", width);
            String name = (signed ? "signed " : "") + width + "-bit field";
            return new Int(name, signed, bits, whole.min, whole.max);
        }

        public static Int range(BigInteger low, BigInteger high) {
            return new Int("range(" + low + ", " + high + ")", true, 32, low, high);
        }

        /** Whether the range is narrower than that of the C type: a value outside is an error, not a wrap-around. */
        public boolean isBounded() {
            return signed
                    ? !signed("", bits).max.equals(max) || !signed("", bits).min.equals(min)
                    : !unsigned("", bits).max.equals(max);
        }

        public boolean contains(BigInteger value) {
            return min.compareTo(value) <= 0 && value.compareTo(max) <= 0;
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** @param name the tag, or the typedef's name of an enum without a tag */
    record Enumeration(String name, List<Constant> constants) implements Type {
        public Enumeration {
            constants = List.copyOf(constants);
        }

        public boolean contains(BigInteger value) {
            return constants.stream().anyMatch(constant -> constant.value().equals(value));
        }

        public BigInteger min() {
            return constants.stream().map(Constant::value).reduce(BigInteger::min).orElse(BigInteger.ZERO);
        }

        public BigInteger max() {
            return constants.stream().map(Constant::value).reduce(BigInteger::max).orElse(BigInteger.ZERO);
        }

        @Override
        public String text() {
            return "enum " + name;
        }
    }

    record Constant(String name, BigInteger value) {
    }

    /** A struct, by name: its members are in the program's table, so that structs may point to each other. */
    record Struct(String name) implements Type {
        @Override
        public String text() {
            return "struct " + name;
        }
    }

    /**
     * A pointer. One to a struct that has a pool is a small index without order and arithmetic; {@code void *} points
     * into a buffer.
     */
    record Pointer(Type target) implements Type {
        @Override
        public String text() {
            String text = target.text();
            return text.endsWith("*") ? text + "*" : text + " *";
        }
    }

    record Array(Type element, int length) implements Type {
        @Override
        public String text() {
            Type inner = element;
            StringBuilder bounds = new StringBuilder("[" + length + "]");
            while (inner instanceof Array array) {
                bounds.append('[').append(array.length).append(']');
                inner = array.element;
            }
            return inner.text() + bounds;
        }
    }

    /** A value that can only be compared for equality and copied. */
    record Token() implements Type {
        @Override
        public String text() {
            return "token_t";
        }
    }

    /** A CPU: no order, no arithmetic. */
    record Cpu() implements Type {
        @Override
        public String text() {
            return "cpu_t";
        }
    }
}
