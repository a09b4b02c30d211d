package org.xstate.analysis.internal.checks;

import java.util.List;
import java.util.Set;

import org.xstate.api.Check;
import org.xstate.api.CheckedImage;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.layout.image.XsaveImage;

/**
 * MXCSR bits that a restore refuses with #GP. Which are reserved differs: bit 17 (misaligned SSE mode) is AMD's.
 *
 * <p>XRSTOR of a standard image loads MXCSR if it is asked for SSE or AVX, whatever XSTATE_BV says (SDM volume 1, section
 * 13.8.1; measured on Zen 3); a compacted image's MXCSR counts only with XSTATE_BV[1].
 */
public final class MxcsrReservedCheck implements Check {

    /** All bits that any processor takes. */
    private static final int ANY = 0x2_ffff;
    private static final int MISALIGNED = 1 << 17;
    /** Masks that processors store: without DAZ, with it, with AMD's bit 17; 0 where nothing was stored. */
    private static final Set<Integer> STORED = Set.of(0, 0xffbf, 0xffff, 0x2_ffbf, ANY);

    @Override
    public List<Finding> check(CheckedImage image) {
        AreaFormat format = image.record().format();
        if (format == AreaFormat.FSAVE || image.compacted() && !image.xstateBv().has(1)) {
            return List.of();
        }
        int mxcsr = image.area().get(XsaveImage.LE32, XsaveImage.MXCSR);
        int mask = image.area().get(XsaveImage.LE32, XsaveImage.MXCSR_MASK);
        String restore = image.hasHeader()
                ? image.compacted() ? "XRSTOR and XRSTORS raise" : "XRSTOR raises"
                : "FXRSTOR raises";
        String whatever = image.hasHeader() && !image.compacted() && !image.xstateBv().has(1)
                ? ", although XSTATE_BV[1] is 0"
                : "";
        int allowed = image.target().map(CheckedImage.Target::mxcsrMask)
                .orElse(mask == 0 || (mask & ~ANY) != 0 ? ANY : mask);
        int reserved = mxcsr & ~allowed;
        if (reserved != 0) {
            String whose = image.target().map(
                    target -> (target.name().isEmpty() ? "any processor" : target.name()) + " allows")
                    .orElse(allowed == mask ? "the image's own mask allows" : "any processor allows");
            return List.of(Finding.error("mxcsr-reserved-bits",
                    "MXCSR is %x with the reserved bits %x (%s %x): %s #GP%s".formatted(mxcsr, reserved,
                            whose,
                            allowed, restore, whatever))
                    .at("MXCSR at byte 24")
                    .remedy("clear them: xstate convert FILE --set mxcsr=0x%x".formatted(mxcsr & allowed)));
        }
        if ((mxcsr & MISALIGNED) != 0 && image.target().isEmpty()) {
            return List.of(Finding.note("mxcsr-misaligned-sse",
                    "MXCSR is %x with bit 17 (misaligned SSE mode): AMD processors load it, on others %s #GP"
                            .formatted(mxcsr, restore))
                    .at("MXCSR at byte 24"));
        }
        return STORED.contains(mask)
                ? List.of()
                : List.of(Finding.note("mxcsr-mask-unusual",
                        "MXCSR_MASK is %x, which no known processor stores; restores ignore it"
                                .formatted(mask))
                        .at("MXCSR_MASK at byte 28"));
    }
}
