package org.xstate.model.ir;

import java.math.BigInteger;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.UnaryOperator;
import org.xstate.model.type.Type;

/** An expression without effects and without calls. */
public sealed interface Value {

    Type type();

    /**
     * A constant.
     *
     * @param bits two's complement; unsigned if the type is. 0 of a pointer type is {@code NULL}.
     */
    record Constant(long bits, Type type) implements Value {

        /** The number that the bits mean in this type. */
        public BigInteger number() {
            boolean unsigned = type instanceof Type.Int integer && !integer.signed();
            return unsigned ? new BigInteger(Long.toUnsignedString(bits)) : BigInteger.valueOf(bits);
        }
    }

    /** One of the names declared by {@code tokens(...)}. */
    record TokenName(String name) implements Value {
        @Override
        public Type type() {
            return Type.TOKEN;
        }
    }

    record Load(Place place) implements Value {
        @Override
        public Type type() {
            return place.type();
        }
    }

    /** Of anything but a local variable. */
    record Address(Place place, Type type) implements Value {
    }

    /**
     * {@code buffer_of(p)}: the object into which a place in a buffer points; {@code NULL} of {@code NULL}.
     *
     * @param type pointer to the struct that is declared as the buffer
     */
    record BufferOf(Value place, Type type) implements Value {
    }

    /** {@code offset_of(p)}: how many bytes from the beginning of its buffer a place is. */
    record OffsetOf(Value place) implements Value {
        @Override
        public Type type() {
            return Type.INT;
        }
    }

    record Unary(UnaryOperator operator, Value operand, Type type) implements Value {
    }

    /** Operands of arithmetic have the type of the result; {@code &&} and {@code ||} evaluate what they need. */
    record Binary(BinaryOperator operator, Value left, Value right, Type type) implements Value {
    }

    record Select(Value condition, Value then, Value otherwise, Type type) implements Value {
    }

    /**
     * A value as another type. A pointer to the buffer's struct becomes the place at its first byte; other pointers only
     * change their type. An integer becomes the CPU of that number, which has to exist. Into an integer type of C it wraps around; into a bounded type (bit-field, range,
     * enum) a value outside the bounds is an error of the model when it happens; into {@code bool} it is
     * {@code != 0}.
     */
    record Convert(Value operand, Type type) implements Value {
    }

    /** {@code current}. */
    record Current(Type type) implements Value {
    }

    /** {@code smp_processor_id()}. */
    record ThisCpu() implements Value {
        @Override
        public Type type() {
            return Type.CPU;
        }
    }

    /** {@code exists(o, pool, condition)} or, if {@code all}, {@code forall}; the object is in the local variable. */
    record Quantifier(boolean all, Place.Local object, String pool, Value condition) implements Value {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** {@code exists(c, cpus, condition)} or, if {@code all}, {@code forall}; the CPU is in the local variable. */
    record CpuQuantifier(boolean all, Place.Local cpu, Value condition) implements Value {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }
}
