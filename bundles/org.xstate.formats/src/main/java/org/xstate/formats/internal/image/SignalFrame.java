package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.XFeatureMask;

/**
 * The floating-point part of a Linux signal frame (struct _fpstate of the kernel's uapi, asm/sigcontext.h): a standard
 * XSAVE image, FP_XSTATE_MAGIC1 and sizes in its software bytes, FP_XSTATE_MAGIC2 after it. In a 32-bit frame 112 bytes
 * of FSAVE stand before the image.
 */
final class SignalFrame {

    /** FP_XSTATE_MAGIC1. */
    static final long MAGIC1 = 0x46505853L;
    /** FP_XSTATE_MAGIC2. */
    static final long MAGIC2 = 0x46505845L;
    /** Bytes before the image in a 32-bit frame: 108 of FSAVE, status and magic. */
    static final int FSAVE_BLOCK = 112;

    private static final int SOFTWARE = 464;
    private static final int FSAVE_MAGIC = 110;

    private SignalFrame() {
    }

    /** Whether a frame that begins at {@code start} carries magic 1. */
    static boolean hasMagic(MemorySegment memory, long start, boolean mode64) {
        long at = start + imageOffset(mode64) + SOFTWARE;
        return at + 4 <= memory.byteSize() && Bytes.u32(memory, at) == MAGIC1;
    }

    /** Whether the bytes look like the FSAVE block: the kernel sets the upper halves of its control words. */
    static boolean beginsWithFsave(MemorySegment frame) {
        return frame.byteSize() >= FSAVE_BLOCK && Bytes.u16(frame, 2) == 0xffff
                && Bytes.u16(frame, 6) == 0xffff;
    }

    private static int imageOffset(boolean mode64) {
        return mode64 ? 0 : FSAVE_BLOCK;
    }

    /** Reads one frame. Whatever is wrong with it becomes a finding of the record, placed inside {@code label}. */
    static ImageRecord read(String label, MemorySegment frame, boolean mode64) {
        FindingList findings = new FindingList();
        int start = imageOffset(mode64);
        MemorySegment image = Bytes.cut(frame, start, Long.MAX_VALUE);
        MemorySegment area;
        XFeatureMask features = XFeatureMask.NONE;
        if (image.byteSize() < AreaLook.LEGACY) {
            findings.add(Finding.error("sigframe-truncated",
                    "the frame has %d bytes, an FXSAVE area alone needs %d".formatted(frame.byteSize(),
                            start + AreaLook.LEGACY)));
            area = image;
        } else if (!hasMagic(frame, 0, mode64)) {
            findings.add(Finding.error("sigframe-magic1-missing",
                    "bytes %d to %d hold %08x instead of FP_XSTATE_MAGIC1 (%08x): the kernel restores x87 and SSE only and "
                            .formatted(start + SOFTWARE, start + SOFTWARE + 3, Bytes.u32(image, SOFTWARE),
                                    MAGIC1)
                            + "initialises the rest")
                    .remedy("if the frame has an XSAVE image all the same, read it with --kind image"));
            area = image.asSlice(0, AreaLook.LEGACY);
        } else {
            features = new XFeatureMask(Bytes.u64(image, SOFTWARE + 8));
            area = extended(image, frame.byteSize(), mode64, findings);
        }
        if (!mode64) {
            checkFsave(frame, image, findings);
        }
        AreaFormat format = area.byteSize() < AreaLook.WITH_HEADER ? AreaFormat.FXSAVE : AreaFormat.XSAVE;
        return new ImageRecord(OptionalLong.empty(), label, area, format, features, List.of(), mode64,
                List.of(),
                findings.list().stream().map(finding -> finding.within(label)).toList());
    }

    private static MemorySegment extended(MemorySegment image, long frameSize, boolean mode64,
            FindingList findings) {
        long extendedSize = Bytes.u32(image, SOFTWARE + 4);
        long size = Bytes.u32(image, SOFTWARE + 16);
        if (size < AreaLook.WITH_HEADER) {
            findings.add(Finding.error("sigframe-xstate-size",
                    "xstate_size is %d, but legacy region and header need %d: the kernel restores x87 and SSE only"
                            .formatted(size, AreaLook.WITH_HEADER))
                    .at("byte " + (imageOffset(mode64) + SOFTWARE + 16)));
            return image.asSlice(0, AreaLook.LEGACY);
        }
        long expected = imageOffset(mode64) + size + 4;
        if (extendedSize != expected) {
            findings.add(Finding.warning("sigframe-extended-size",
                    "extended_size is %d; with an xstate_size of %d the kernel writes %d".formatted(
                            extendedSize, size,
                            expected))
                    .at("byte " + (imageOffset(mode64) + SOFTWARE + 4)));
        }
        if (image.byteSize() < size + 4) {
            findings.add(Finding.error("sigframe-truncated",
                    "the frame ends at byte %d, but xstate_size puts its end at %d".formatted(frameSize,
                            expected)));
        } else {
            checkEnd(image, size, frameSize - expected, findings);
        }
        return Bytes.cut(image, 0, size);
    }

    private static void checkEnd(MemorySegment image, long size, long left, FindingList findings) {
        if (Bytes.u32(image, size) != MAGIC2) {
            findings.add(Finding.error("sigframe-magic2-missing",
                    "after the image stands %08x instead of FP_XSTATE_MAGIC2 (%08x): the kernel restores x87 and SSE only and "
                            .formatted(Bytes.u32(image, size), MAGIC2) + "initialises the rest")
                    .at("byte %d of the image".formatted(size)));
        }
        if (left > 0) {
            findings.add(Finding.warning("sigframe-oversized",
                    "%d bytes follow FP_XSTATE_MAGIC2; they belong to no frame".formatted(left)));
        }
    }

    /** On return from a 32-bit signal the kernel takes x87 from the FSAVE block, not from the image. */
    private static void checkFsave(MemorySegment frame, MemorySegment image, FindingList findings) {
        if (frame.byteSize() < FSAVE_BLOCK + AreaLook.LEGACY) {
            return;
        }
        if (Bytes.u16(frame, FSAVE_MAGIC) != 0) {
            findings.add(Finding.warning("sigframe32-fsave-magic",
                    "the FSAVE block's magic is %04x; 0 would announce the FXSAVE part that follows"
                            .formatted(
                                    Bytes.u16(frame, FSAVE_MAGIC)))
                    .at("byte " + FSAVE_MAGIC));
        }
        Fsave.difference(frame, image)
                .ifPresent(difference -> findings.add(Finding.warning("sigframe32-fsave-differs",
                        "FSAVE block and image disagree on x87: %s. On sigreturn the FSAVE block counts"
                                .formatted(difference))));
    }
}
