package org.xstate.layout.image;

import static org.xstate.layout.image.XsaveImage.LE16;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.ImageRecord;
import org.xstate.layout.XsaveLayout;

/** Shows FXSAVE and FSAVE areas as XSAVE areas with x87 (and SSE) in use, so that one decoder serves all. */
final class LegacyAreas {

    /** Bytes of an FXSAVE area. */
    private static final int FXSAVE = 512;
    /** Bytes of a 32-bit protected-mode FSAVE area. */
    private static final int FSAVE = 108;

    private LegacyAreas() {
    }

    /** Empty if the area is too short for its format. */
    static Optional<MemorySegment> toXsave(ImageRecord record) {
        return switch (record.format()) {
            case XSAVE -> Optional.of(record.area());
            case FXSAVE ->
                record.area().byteSize() < FXSAVE ? Optional.empty() : Optional.of(fxsave(record.area()));
            case FSAVE ->
                record.area().byteSize() < FSAVE ? Optional.empty() : Optional.of(fsave(record.area()));
        };
    }

    private static MemorySegment blank() {
        return MemorySegment.ofArray(new byte[XsaveLayout.EXTENDED_OFFSET]);
    }

    private static MemorySegment fxsave(MemorySegment area) {
        MemorySegment xsave = blank();
        MemorySegment.copy(area, 0, xsave, 0, FXSAVE);
        xsave.set(LE64, XsaveImage.XSTATE_BV, 3);
        return xsave;
    }

    /**
     * FSAVE (SDM volume 1, figure 8-9): seven double words FCW, FSW, FTW, FIP, FCS and FOP, FDP, FDS, then eight registers of
     * ten bytes in stack order. The full tag word becomes the abridged one.
     */
    private static MemorySegment fsave(MemorySegment area) {
        MemorySegment xsave = blank();
        xsave.set(LE16, 0, area.get(LE16, 0));
        xsave.set(LE16, 2, area.get(LE16, 4));
        int tags = Short.toUnsignedInt(area.get(LE16, 8));
        int abridged = 0;
        for (int register = 0; register < 8; register++) {
            abridged |= (tags >>> 2 * register & 3) == 3 ? 0 : 1 << register;
        }
        xsave.set(LE16, 4, (short) abridged);
        xsave.set(LE16, 6, (short) (area.get(LE32, 16) >>> 16 & 0x7ff));
        xsave.set(LE32, 8, area.get(LE32, 12));
        xsave.set(LE16, 12, (short) area.get(LE32, 16));
        xsave.set(LE32, 16, area.get(LE32, 20));
        xsave.set(LE16, 20, (short) area.get(LE32, 24));
        for (int st = 0; st < 8; st++) {
            MemorySegment.copy(area, 28 + 10L * st, xsave, 32 + 16L * st, 10);
        }
        xsave.set(LE64, XsaveImage.XSTATE_BV, 1);
        return xsave;
    }
}
