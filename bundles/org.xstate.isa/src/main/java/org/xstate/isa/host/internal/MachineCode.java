package org.xstate.isa.host.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the few x86-64 instructions that the stubs consist of (SDM volume 2, chapter 2, instruction formats). Position
 * independent: labels are reached relative to RIP.
 */
final class MachineCode {

    /** General-purpose registers by their number in ModRM; those that need REX.R or REX.B are not used. */
    enum Reg {
        RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI
    }

    /** Condition of a jump, by its low opcode nibble. */
    enum Condition {
        BELOW(2), ABOVE_OR_EQUAL(3), NOT_EQUAL(5);

        private final int code;

        Condition(int code) {
            this.code = code;
        }
    }

    /** A distance that is filled in once the label's place is known. @param at byte of the field @param size 1 or 4 bytes */
    private record Patch(int at, int size, String label) {
    }

    private static final int REX_W = 0x48;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final List<Patch> patches = new ArrayList<>();

    /** Names the present place. */
    MachineCode label(String name) {
        if (labels.put(name, out.size()) != null) {
            throw new IllegalStateException("label " + name + " is there twice");
        }
        return this;
    }

    /** Bytes as they are: an instruction without operands, or with fixed ones. */
    MachineCode bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    /** Pads with {@code int3} up to a multiple of {@code alignment} bytes. */
    MachineCode align(int alignment) {
        while (out.size() % alignment != 0) {
            out.write(0xcc);
        }
        return this;
    }

    /** Eight bytes of data. */
    MachineCode quad(long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    MachineCode push(Reg reg) {
        return bytes(0x50 + reg.ordinal());
    }

    MachineCode pop(Reg reg) {
        return bytes(0x58 + reg.ordinal());
    }

    MachineCode ret() {
        return bytes(0xc3);
    }

    /** {@code mov to, from} of 64 bits. */
    MachineCode move64(Reg to, Reg from) {
        return bytes(REX_W, 0x89).registers(from, to);
    }

    /** {@code mov to, from} of 32 bits, which clears the upper half. */
    MachineCode move32(Reg to, Reg from) {
        return bytes(0x89).registers(from, to);
    }

    /** {@code mov to, imm32} of 32 bits. */
    MachineCode set32(Reg to, int value) {
        return bytes(0xb8 + to.ordinal()).word(value);
    }

    MachineCode load64(Reg to, Reg base, int offset) {
        return bytes(REX_W, 0x8b).memory(to.ordinal(), base, offset);
    }

    MachineCode load32(Reg to, Reg base, int offset) {
        return bytes(0x8b).memory(to.ordinal(), base, offset);
    }

    MachineCode store64(Reg base, int offset, Reg from) {
        return bytes(REX_W, 0x89).memory(from.ordinal(), base, offset);
    }

    MachineCode store32(Reg base, int offset, Reg from) {
        return bytes(0x89).memory(from.ordinal(), base, offset);
    }

    /** {@code add reg, imm32} of 64 bits. */
    MachineCode add64(Reg reg, int value) {
        return bytes(REX_W, 0x81, 0xc0 + reg.ordinal()).word(value);
    }

    /** {@code cmp left, right} of 64 bits. */
    MachineCode compare64(Reg left, Reg right) {
        return bytes(REX_W, 0x39).registers(right, left);
    }

    /** {@code cmp left, [base+offset]} of 64 bits. */
    MachineCode compare64(Reg left, Reg base, int offset) {
        return bytes(REX_W, 0x3b).memory(left.ordinal(), base, offset);
    }

    /** {@code call [base+offset]}. */
    MachineCode call(Reg base, int offset) {
        return bytes(0xff).memory(2, base, offset);
    }

    /** {@code lea to, [rip+label]}. */
    MachineCode address(Reg to, String label) {
        bytes(REX_W, 0x8d, 0x05 | to.ordinal() << 3);
        return distance(label, 4);
    }

    /** A short conditional jump. */
    MachineCode jump(Condition condition, String label) {
        bytes(0x70 + condition.code);
        return distance(label, 1);
    }

    /** An instruction of the XSAVE family: prefix and opcode bytes, then ModRM for {@code [base]}. */
    MachineCode onMemory(int[] opcode, int extension, Reg base) {
        return bytes(opcode).memory(extension, base, 0);
    }

    private MachineCode registers(Reg reg, Reg rm) {
        return bytes(0xc0 | reg.ordinal() << 3 | rm.ordinal());
    }

    private MachineCode memory(int reg, Reg base, int offset) {
        if (base == Reg.RSP || base == Reg.RBP) {
            throw new IllegalArgumentException(base + " as a base needs a SIB byte or a displacement");
        }
        int modrm = reg << 3 | base.ordinal();
        if (offset == 0) {
            return bytes(modrm);
        }
        return offset == (byte) offset ? bytes(0x40 | modrm, offset) : bytes(0x80 | modrm).word(offset);
    }

    private MachineCode word(int value) {
        return bytes(value, value >>> 8, value >>> 16, value >>> 24);
    }

    private MachineCode distance(String label, int size) {
        patches.add(new Patch(out.size(), size, label));
        for (int i = 0; i < size; i++) {
            out.write(0);
        }
        return this;
    }

    /** Byte offset of a label from the start. */
    int offset(String label) {
        Integer place = labels.get(label);
        if (place == null) {
            throw new IllegalArgumentException("there is no label " + label);
        }
        return place;
    }

    /** Everything written so far, distances filled in. */
    byte[] toByteArray() {
        byte[] code = out.toByteArray();
        for (Patch patch : patches) {
            int distance = offset(patch.label) - (patch.at + patch.size);
            if (patch.size == 1 && distance != (byte) distance) {
                throw new IllegalStateException(patch.label + " is " + distance
                        + " bytes away, too far for a short jump");
            }
            for (int i = 0; i < patch.size; i++) {
                code[patch.at + i] = (byte) (distance >>> 8 * i);
            }
        }
        return code;
    }
}
