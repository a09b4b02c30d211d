package org.xstate.analysis.internal.checks;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord.AreaFormat;

/**
 * Bytes of the legacy region that processors write in one way only (SDM volume 1, sections 10.5.1 and 13.4.1; loads and
 * saves measured on Zen 3). Others are loaded without a fault, and come back changed from the next save.
 */
public final class LegacyRegionCheck implements Check {

    private static final int RESERVED_FROM = 416;
    private static final int SOFTWARE_FROM = 464;
    private static final int TAG_RESERVED = 5;
    private static final int ST = 32;
    private static final int FOP_BITS = 0x7ff;
    private static final int FCW_KEPT = 0x1f3f;
    private static final int FCW_ALWAYS = 0x40;
    private static final int EXCEPTIONS = 0x3f;
    private static final int SUMMARY = 0x8080;

    @Override
    public List<Finding> check(CheckedImage image) {
        List<Finding> findings = new ArrayList<>();
        MemorySegment area = image.area();
        boolean fsave = image.record().format() == AreaFormat.FSAVE;
        OptionalLong reserved = fsave
                ? OptionalLong.empty()
                : Area.firstNonZero(area, RESERVED_FROM, SOFTWARE_FROM);
        if (reserved.isPresent()) {
            findings.add(Finding.note("legacy-reserved-bytes",
                    "byte %d is %02x: bytes 416 to 463 are reserved; no save writes them and no restore reads them"
                            .formatted(reserved.getAsLong(), Area.u8(area, reserved.getAsLong())))
                    .at("byte " + reserved.getAsLong()));
        }
        if (!fsave && image.xstateBv().has(0)) {
            registers(area, findings);
            control(area, findings);
        }
        return findings;
    }

    private static void registers(MemorySegment area, List<Finding> findings) {
        OptionalLong bad = Area.firstNonZero(area, TAG_RESERVED, TAG_RESERVED + 1);
        for (int i = 0; i < 8 && bad.isEmpty(); i++) {
            bad = Area.firstNonZero(area, ST + 16 * i + 10, ST + 16 * i + 16);
        }
        if (bad.isPresent()) {
            findings.add(Finding.note("x87-reserved-bytes",
                    "byte %d is %02x: processors write 0 into byte 5 and into the upper six bytes of each ST(i)"
                            .formatted(bad.getAsLong(), Area.u8(area, bad.getAsLong())))
                    .at("byte " + bad.getAsLong())
                    .remedy("an emulator or a program wrote the image; restores ignore these bytes"));
        }
    }

    private static void control(MemorySegment area, List<Finding> findings) {
        int fcw = Area.u16(area, 0);
        int loaded = fcw & FCW_KEPT | FCW_ALWAYS;
        if (loaded != fcw) {
            findings.add(Finding.note("x87-fcw-reserved",
                    "FCW is %04x; a restore loads %04x".formatted(fcw, loaded)).at("FCW at byte 0"));
        }
        int fop = Area.u16(area, 6);
        if ((fop & ~FOP_BITS) != 0) {
            findings.add(Finding.note("x87-fop-reserved",
                    "FOP is %04x; a restore loads %03x".formatted(fop, fop & FOP_BITS)).at("FOP at byte 6"));
        }
        int fsw = Area.u16(area, 2);
        boolean pending = (fsw & ~fcw & EXCEPTIONS) != 0;
        int expected = pending ? fsw | SUMMARY : fsw & ~SUMMARY;
        if (expected != fsw) {
            findings.add(Finding.note("x87-error-summary",
                    "FSW is %04x with FCW %04x: ES and B contradict the exception flags and masks, a restore loads %04x"
                            .formatted(fsw, fcw, expected))
                    .at("FSW at byte 2"));
        }
    }
}
