package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;

import org.xstate.api.XFeatureMask;

/**
 * How much bytes look like an XSAVE or FXSAVE area. Says nothing about validity: an image that XRSTOR refuses must
 * still be recognised, so that the refusal can be explained.
 */
final class AreaLook {

    /** Bytes of the FXSAVE area. */
    static final int LEGACY = 512;
    /** Bytes of legacy region and header. */
    static final int WITH_HEADER = 576;
    /** Where the kernel puts the feature mask in notes, regsets and KVM buffers. */
    static final int FEATURE_MASK = 464;

    private static final int XSTATE_BV = 512;
    private static final int XCOMP_BV = 520;
    /** Components in use or assigned so far (0 to 20, 62), with room for a few to come. */
    private static final XFeatureMask PLAUSIBLE = new XFeatureMask(0x4000_0000_ffff_ffffL);

    private AreaLook() {
    }

    /** The mask at byte 464, if it can be one: x87 and SSE set, nothing out of range, no magic number. */
    static XFeatureMask featureMask(MemorySegment area) {
        if (area.byteSize() < FEATURE_MASK + 8) {
            return XFeatureMask.NONE;
        }
        XFeatureMask mask = new XFeatureMask(Bytes.u64(area, FEATURE_MASK));
        boolean magic = Bytes.u32(area, FEATURE_MASK) == SignalFrame.MAGIC1;
        return !magic && mask.hasAll(XFeatureMask.LEGACY) && PLAUSIBLE.hasAll(mask)
                ? mask
                : XFeatureMask.NONE;
    }

    /** XSTATE_BV and XCOMP_BV agree with each other and the reserved bytes of the header are zero. */
    static boolean headerIsSound(MemorySegment area) {
        return area.byteSize() >= WITH_HEADER && masksAgree(area)
                && Bytes.zero(area, XCOMP_BV + 8, WITH_HEADER);
    }

    private static boolean masksAgree(MemorySegment area) {
        XFeatureMask inUse = new XFeatureMask(Bytes.u64(area, XSTATE_BV));
        XFeatureMask compaction = new XFeatureMask(Bytes.u64(area, XCOMP_BV));
        boolean standard = compaction.isEmpty();
        boolean compacted = compaction.has(63) && PLAUSIBLE.hasAll(compaction.components())
                && compaction.hasAll(inUse);
        return PLAUSIBLE.hasAll(inUse) && (standard || compacted);
    }

    /** Whether a standard-format area's XSTATE_BV lies within {@code features}. */
    static boolean fits(MemorySegment area, XFeatureMask features) {
        return headerIsSound(area) && features.hasAll(new XFeatureMask(Bytes.u64(area, XSTATE_BV)))
                && Bytes.u64(area, XCOMP_BV) == 0;
    }

    /** MXCSR, its mask and the x87 registers' unused bytes are as the processor writes them, or zero. */
    static boolean legacyIsSound(MemorySegment area) {
        return area.byteSize() >= LEGACY && legacyEvidence(area) >= 3;
    }

    /** Most of the fixed bits of legacy region and header are as they are in an image; a damaged one still passes. */
    static boolean resemblesImage(MemorySegment area) {
        if (area.byteSize() < WITH_HEADER) {
            return false;
        }
        int evidence = legacyEvidence(area);
        evidence += PLAUSIBLE.hasAll(new XFeatureMask(Bytes.u64(area, XSTATE_BV))) ? 1 : 0;
        evidence += masksAgree(area) ? 1 : 0;
        evidence += Bytes.zero(area, XCOMP_BV + 8, WITH_HEADER) ? 1 : 0;
        return evidence >= 4;
    }

    private static int legacyEvidence(MemorySegment area) {
        long mask = Bytes.u32(area, 28);
        int evidence = (Bytes.u32(area, 24) & 0xfffd_0000L) == 0 ? 1 : 0;
        evidence += mask == 0 || mask == 0xffff || mask == 0x2ffff ? 1 : 0;
        evidence += (Bytes.u16(area, 0) & 0xe080) == 0 ? 1 : 0;
        boolean unused = true;
        for (int st = 0; st < 8; st++) {
            unused &= Bytes.zero(area, 32 + 16 * st + 10, 32 + 16 * st + 16);
        }
        return evidence + (unused ? 1 : 0);
    }

    /** More than an area of zeros: some component in use, or the control words of a running task. */
    static boolean isMarked(MemorySegment area) {
        return Bytes.u64(area, XSTATE_BV) != 0 || Bytes.u16(area, 0) == 0x37f
                || Bytes.u32(area, 24) == 0x1f80;
    }
}
