package org.xstate.formats.internal.image;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.api.Finding;
import org.xstate.api.ImageReader;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageSource;
import org.xstate.api.ReadResult;
import org.xstate.api.XFeatureMask;

/**
 * What PTRACE_GETREGSET returned: NT_X86_XSTATE, whole or cut to a multiple of 8 bytes (the kernel fills a short buffer
 * without an error), or the floating-point regset: 512 bytes of FXSAVE, 108 of FSAVE in a 32-bit task.
 */
public final class PtraceReader implements ImageReader {

    @Override
    public String kind() {
        return "ptrace";
    }

    /** No layout fills a page to the byte: 4096 bytes are KVM's. */
    @Override
    public Match match(ImageSource source) {
        MemorySegment buffer = source.content();
        long size = buffer.byteSize();
        XFeatureMask features = AreaLook.featureMask(buffer);
        if (size >= AreaLook.WITH_HEADER) {
            boolean fits = size % 8 == 0 && !features.isEmpty() && AreaLook.fits(buffer, features);
            return !fits ? Match.NO : size == KvmReader.PAGE ? Match.POSSIBLE : Match.LIKELY;
        }
        if (size == Fsave.SIZE) {
            return Bytes.u16(buffer, 2) == 0xffff && Bytes.u16(buffer, 6) == 0xffff
                    ? Match.POSSIBLE
                    : Match.NO;
        }
        boolean fxsave = size == AreaLook.LEGACY
                || size > AreaLook.LEGACY && size % 8 == 0 && !features.isEmpty();
        if (!fxsave || !AreaLook.legacyIsSound(buffer)) {
            return Match.NO;
        }
        return features.isEmpty() ? Match.POSSIBLE : Match.LIKELY;
    }

    @Override
    public ReadResult read(ImageSource source) {
        MemorySegment buffer = source.content();
        long size = buffer.byteSize();
        if (size == Fsave.SIZE) {
            return container(buffer, AreaFormat.FSAVE, XFeatureMask.NONE, false, List.of());
        }
        if (size < AreaLook.LEGACY) {
            return TooShort.because(source, kind(), AreaLook.LEGACY);
        }
        List<Finding> findings = new ArrayList<>();
        if (size % 8 != 0) {
            findings.add(Finding.warning("ptrace-size",
                    "the buffer has %d bytes; PTRACE_GETREGSET gives multiples of 8 only".formatted(size)));
        }
        XFeatureMask features = AreaLook.featureMask(buffer);
        if (size < AreaLook.WITH_HEADER) {
            if (!features.isEmpty() || size > AreaLook.LEGACY) {
                findings.add(Finding.warning("ptrace-buffer-truncated",
                        "the buffer ends at byte %d, before the end of the XSAVE header: which components are in use is not "
                                .formatted(size) + "known, and only x87 and SSE are there")
                        .remedy("pass a larger buffer to PTRACE_GETREGSET; the size is CPUID.(EAX=0DH,ECX=0):EBX"));
            }
            return container(buffer.asSlice(0, AreaLook.LEGACY), AreaFormat.FXSAVE, features, true, findings);
        }
        if (size == AreaLook.WITH_HEADER && !features.andNot(XFeatureMask.LEGACY).isEmpty()) {
            findings.add(Finding.warning("ptrace-buffer-truncated",
                    "the buffer ends with the XSAVE header, but the task has the components %s"
                            .formatted(features))
                    .remedy("pass a larger buffer to PTRACE_GETREGSET; the size is CPUID.(EAX=0DH,ECX=0):EBX"));
        }
        return container(buffer, AreaFormat.XSAVE, features, true, findings);
    }

    private ReadResult container(MemorySegment area, AreaFormat format, XFeatureMask features, boolean mode64,
            List<Finding> findings) {
        ImageRecord record = new ImageRecord(OptionalLong.empty(), "ptrace buffer", area, format, features,
                List.of(),
                mode64, List.of(), findings);
        return new ReadResult.Container(kind(),
                "ptrace regset, %d bytes of %s".formatted(area.byteSize(), format),
                List.of(record), List.of());
    }
}
