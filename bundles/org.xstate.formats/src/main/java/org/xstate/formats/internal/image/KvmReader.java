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
 * The buffer of KVM_GET_XSAVE (4096 bytes) or KVM_GET_XSAVE2 (as many as KVM_CAP_XSAVE2 says, at least 4096): a standard
 * image with the mask of the guest's user components at byte 464.
 */
public final class KvmReader implements ImageReader {

    /** Bytes of struct kvm_xsave; KVM_GET_XSAVE2 gives more only for guests that need it. */
    static final int PAGE = 4096;

    @Override
    public String kind() {
        return "kvm";
    }

    @Override
    public Match match(ImageSource source) {
        MemorySegment buffer = source.content();
        if (buffer.byteSize() < PAGE || buffer.byteSize() % 4 != 0) {
            return Match.NO;
        }
        XFeatureMask features = AreaLook.featureMask(buffer);
        return !features.isEmpty() && AreaLook.fits(buffer, features) ? Match.LIKELY : Match.NO;
    }

    @Override
    public ReadResult read(ImageSource source) {
        MemorySegment buffer = source.content();
        if (buffer.byteSize() < AreaLook.WITH_HEADER) {
            return TooShort.because(source, kind(), AreaLook.WITH_HEADER);
        }
        List<Finding> findings = new ArrayList<>();
        if (buffer.byteSize() < PAGE) {
            findings.add(Finding.warning("kvm-size",
                    "the buffer has %d bytes; KVM_GET_XSAVE gives %d and KVM_GET_XSAVE2 at least as many"
                            .formatted(
                                    buffer.byteSize(), PAGE)));
        }
        XFeatureMask features = AreaLook.featureMask(buffer);
        if (features.isEmpty()) {
            findings.add(Finding.warning("kvm-no-feature-mask",
                    "bytes 464 to 471 hold 0x%x, which is no mask of the guest's components".formatted(
                            Bytes.u64(buffer, AreaLook.FEATURE_MASK))));
        }
        ImageRecord record = new ImageRecord(OptionalLong.empty(), "KVM buffer", buffer, AreaFormat.XSAVE,
                features,
                List.of(), true, List.of(), findings);
        String call = buffer.byteSize() > PAGE ? "KVM_GET_XSAVE2" : "KVM_GET_XSAVE";
        return new ReadResult.Container(kind(), "%s, %d bytes".formatted(call, buffer.byteSize()),
                List.of(record),
                List.of());
    }
}
