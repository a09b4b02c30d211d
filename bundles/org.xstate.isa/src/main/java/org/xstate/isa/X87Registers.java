package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE16;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.xstate.isa.ProcessorPolicy.PointerWidths;
import org.xstate.layout.cpu.FpuTraits;

/**
 * The x87 registers, as FXSAVE's memory format has them but for the pointers: FIP and FDP are 64 bits at 8 and 16, FCS and
 * FDS 16 bits at 24 and 26, bytes 28 to 31 are 0. Reserved bytes and bits hold what the hardware reads back.
 *
 * <p>Measured on Zen 3, and the same in emulator recordings: FCW keeps bits 0-5 and 8-12, bit 6 reads as 1; FOP keeps 11
 * bits; FSW.ES (bit 7) and B (bit 15) follow from exception flags and masks whatever memory says.
 */
final class X87Registers {

    static final int FCW = 0;
    static final int FSW = 2;
    static final int FTW = 4;
    static final int FOP = 6;
    static final int FIP = 8;
    static final int FDP = 16;
    static final int FCS = 24;
    static final int FDS = 26;
    static final int ST = 32;
    static final int SIZE = 160;
    private static final int FCW_VALID = 0x1f3f;
    private static final int FCW_FIXED = 0x0040;
    private static final int FOP_VALID = 0x07ff;
    private static final int EXCEPTIONS = 0x3f;
    private static final int FSW_ES_B = 0x8080;

    private X87Registers() {
    }

    /** FINIT's values with empty, zero registers (SDM volume 1, section 13.6). */
    static byte[] init() {
        byte[] bytes = new byte[SIZE];
        bytes[FCW] = 0x7f;
        bytes[FCW + 1] = 0x03;
        return bytes;
    }

    static boolean errorSummary(MemorySegment registers) {
        return (registers.get(LE16, FSW) & 0x80) != 0;
    }

    /** Whether FOP, FIP and FDP are out of the instructions' sight: AMD, no unmasked exception pending. */
    static boolean pointersHidden(MemorySegment registers, FpuTraits traits) {
        return traits.pointersOnlyWithError() && !errorSummary(registers);
    }

    /** Writes bytes 0 to 23 and 32 to 159 of {@code memory}; without {@code rexW} pointers are offset and selector. */
    static void save(MemorySegment registers, MemorySegment memory, boolean rexW, FpuTraits traits) {
        memory.set(LE32, FCW, registers.get(LE32, FCW));
        memory.set(LE16, FTW, registers.get(LE16, FTW));
        if (!pointersHidden(registers, traits)) {
            savePointers(registers, memory, rexW);
        } else if (traits.errorPointersZeroed()) {
            memory.set(LE16, FOP, (short) 0);
            memory.set(LE64, FIP, 0);
            memory.set(LE64, FDP, 0);
        }
        MemorySegment.copy(registers, ST, memory, ST, SIZE - ST);
    }

    private static void savePointers(MemorySegment registers, MemorySegment memory, boolean rexW) {
        memory.set(LE16, FOP, registers.get(LE16, FOP));
        long fip = registers.get(LE64, FIP);
        long fdp = registers.get(LE64, FDP);
        if (!rexW) {
            fip = fip & 0xffffffffL | (registers.get(LE16, FCS) & 0xffffL) << 32;
            fdp = fdp & 0xffffffffL | (registers.get(LE16, FDS) & 0xffffL) << 32;
        }
        memory.set(LE64, FIP, fip);
        memory.set(LE64, FDP, fdp);
    }

    /** Reads what {@link #save} writes. */
    static void load(MemorySegment registers, MemorySegment memory, boolean rexW, FpuTraits traits,
            PointerWidths pointers) {
        registers.set(LE32, FCW, memory.get(LE32, FCW));
        registers.set(LE16, FTW, memory.get(LE16, FTW));
        MemorySegment.copy(memory, ST, registers, ST, SIZE - ST);
        normaliseControl(registers);
        if (!pointersHidden(registers, traits)) {
            loadPointers(registers, memory, rexW);
        } else if (traits.errorPointersZeroed()) {
            registers.set(LE16, FOP, (short) 0);
            registers.asSlice(FIP, FDS + 2 - FIP).fill((byte) 0);
        }
        normalise(registers, traits, pointers);
    }

    private static void loadPointers(MemorySegment registers, MemorySegment memory, boolean rexW) {
        registers.set(LE16, FOP, memory.get(LE16, FOP));
        long fip = memory.get(LE64, FIP);
        long fdp = memory.get(LE64, FDP);
        registers.set(LE64, FIP, rexW ? fip : fip & 0xffffffffL);
        registers.set(LE64, FDP, rexW ? fdp : fdp & 0xffffffffL);
        registers.set(LE16, FCS, rexW ? 0 : (short) (fip >>> 32));
        registers.set(LE16, FDS, rexW ? 0 : (short) (fdp >>> 32));
    }

    /** Brings arbitrary bytes into a state that the hardware can hold. */
    static void normalise(MemorySegment registers, FpuTraits traits, PointerWidths pointers) {
        normaliseControl(registers);
        registers.set(ValueLayout.JAVA_BYTE, FTW + 1, (byte) 0);
        registers.set(LE16, FOP, (short) (registers.get(LE16, FOP) & FOP_VALID));
        extend(registers, FIP, pointers.fip().orElseThrow());
        extend(registers, FDP, pointers.fdp());
        if (traits.selectorsDeprecated()) {
            registers.set(LE32, FCS, 0);
        }
        registers.set(LE32, FDS + 2, 0);
        for (int st = ST; st < SIZE; st += 16) {
            registers.set(LE16, st + 10, (short) 0);
            registers.set(LE32, st + 12, 0);
        }
    }

    private static void extend(MemorySegment registers, int pointer, int bits) {
        int drop = 64 - bits;
        registers.set(LE64, pointer, registers.get(LE64, pointer) << drop >> drop);
    }

    private static void normaliseControl(MemorySegment registers) {
        int fcw = registers.get(LE16, FCW) & FCW_VALID | FCW_FIXED;
        int fsw = registers.get(LE16, FSW) & ~FSW_ES_B;
        if ((fsw & ~fcw & EXCEPTIONS) != 0) {
            fsw |= FSW_ES_B;
        }
        registers.set(LE16, FCW, (short) fcw);
        registers.set(LE16, FSW, (short) fsw);
    }
}
