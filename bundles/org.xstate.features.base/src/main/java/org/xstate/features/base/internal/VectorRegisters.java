package org.xstate.features.base.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.RegisterPart;
import org.xstate.api.XFeatureDescriptor;

/** What the vector components share: arrays of equally wide pieces, which join to registers. */
final class VectorRegisters {

    /** A component that holds piece <i>i</i> of register <i>i</i> at {@code i * width}. @param width bytes */
    record Pieces(ComponentView view, int width) {
        boolean has(int index) {
            return view.covers(index * width, width);
        }

        byte[] piece(int index) {
            return view.bigEndian(index * width, width);
        }
    }

    private VectorRegisters() {
    }

    /** Describes {@code count} pieces of {@code width} bytes, named {@code prefix + index + suffix}. */
    static XFeatureDescriptor.Builder fields(XFeatureDescriptor.Builder builder, int count, int width,
            String prefix,
            int first, String suffix) {
        for (int i = 0; i < count; i++) {
            builder.field(FieldDescriptor.bytes(i * width, width, prefix + (first + i) + suffix));
        }
        return builder;
    }

    /** Registers that exist in the task's mode: 16, or 8 outside 64-bit mode. */
    static int count(ComponentView view) {
        return view.mode64() ? 16 : 8;
    }

    /** Of fields in the order of the registers those that exist in the task's mode. */
    static List<DecodedField> reachable(ComponentView view, List<DecodedField> fields) {
        return fields.subList(0, Math.min(fields.size(), count(view)));
    }

    /** Joins pieces, the most significant first; a register that lacks a piece is left out. */
    static List<DecodedField> joined(String prefix, int first, int count, Pieces... highToLow) {
        List<DecodedField> registers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int width = 0;
            boolean complete = true;
            for (Pieces pieces : highToLow) {
                complete &= pieces.has(i);
                width += pieces.width();
            }
            if (complete) {
                registers.add(DecodedField.bytes(prefix + (first + i), join(i, width, highToLow), ""));
            }
        }
        return List.copyOf(registers);
    }

    private static byte[] join(int index, int width, Pieces... highToLow) {
        byte[] value = new byte[width];
        int at = 0;
        for (Pieces pieces : highToLow) {
            System.arraycopy(pieces.piece(index), 0, value, at, pieces.width());
            at += pieces.width();
        }
        return value;
    }

    /**
     * The parts of register {@code prefix + index}, or nothing if {@code register} is no such name.
     *
     * @param count registers that are made of parts, from index 0
     * @param parts makes the parts of an index, the least significant first
     */
    static List<RegisterPart> parts(String register, String prefix, int count,
            IntFunction<List<RegisterPart>> parts) {
        for (int i = 0; i < count; i++) {
            if (register.equals(prefix + i)) {
                return parts.apply(i);
            }
        }
        return List.of();
    }
}
