package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * The 108 bytes of 32-bit FSAVE against an FXSAVE area of the same state. Instruction and data pointers are left out:
 * the kernel puts selectors into the FSAVE form that the FXSAVE form of a 64-bit kernel does not have.
 */
public final class Fsave {

    /** Bytes of the FSAVE area. */
    public static final int SIZE = 108;

    private static final int TAG_EMPTY = 3;

    private Fsave() {
    }

    /** The first difference in words; empty if both hold the same registers. */
    public static Optional<String> difference(MemorySegment fsave, MemorySegment fxsave) {
        if (Bytes.u16(fsave, 0) != Bytes.u16(fxsave, 0)) {
            return Optional.of("FCW %04x against %04x".formatted(Bytes.u16(fsave, 0), Bytes.u16(fxsave, 0)));
        }
        if (Bytes.u16(fsave, 4) != Bytes.u16(fxsave, 2)) {
            return Optional.of("FSW %04x against %04x".formatted(Bytes.u16(fsave, 4), Bytes.u16(fxsave, 2)));
        }
        int tags = abridged(Bytes.u16(fsave, 8));
        if (tags != Bytes.u8(fxsave, 4)) {
            return Optional.of("abridged tag word %02x against %02x".formatted(tags, Bytes.u8(fxsave, 4)));
        }
        for (int st = 0; st < 8; st++) {
            for (int i = 0; i < 10; i++) {
                if (fsave.get(ValueLayout.JAVA_BYTE, 28 + 10 * st + i) != fxsave.get(ValueLayout.JAVA_BYTE,
                        32 + 16 * st + i)) {
                    return Optional.of("ST(%d) differs at its byte %d".formatted(st, i));
                }
            }
        }
        return Optional.empty();
    }

    /** FXSAVE keeps one bit for each physical register: not empty (SDM volume 1, section 10.5.1.1). */
    private static int abridged(int tagWord) {
        int bits = 0;
        for (int register = 0; register < 8; register++) {
            if ((tagWord >> 2 * register & 3) != TAG_EMPTY) {
                bits |= 1 << register;
            }
        }
        return bits;
    }
}
