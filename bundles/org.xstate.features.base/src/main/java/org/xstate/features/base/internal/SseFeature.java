package org.xstate.features.base.internal;

import java.util.ArrayList;
import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.features.base.internal.VectorRegisters.Pieces;

/**
 * SSE state: XMM0 to XMM15 at bytes 160 to 415 of the legacy region (SDM volume 1, section 13.5.2). MXCSR and MXCSR_MASK
 * at bytes 24 to 31 are shown here, but AVX state shares them: the standard format moves them when either is requested.
 */
public final class SseFeature implements XFeatureProvider {

    private static final int CR4_OSFXSR = 9;

    private static final XFeatureDescriptor DESCRIPTOR = VectorRegisters
            .fields(XFeatureDescriptor.user(1, "SSE", 256).cr4(CR4_OSFXSR)
                    .cpuid(1, 0, CpuidBit.Register.EDX, 25, "SSE"), 16, 16, "xmm", 0, "")
            .build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** Of the XMM registers. MXCSR's 1F80 is the core's business, as MXCSR is in nobody's bytes. */
    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public List<DecodedField> decode(ComponentView view) {
        List<DecodedField> fields = mxcsr(view);
        fields.addAll(VectorRegisters.reachable(view, XFeatureProvider.super.decode(view)));
        return List.copyOf(fields);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        List<DecodedField> registers = mxcsr(view);
        registers.addAll(VectorRegisters.joined("xmm", 0, VectorRegisters.count(view), new Pieces(view, 16)));
        return List.copyOf(registers);
    }

    private static List<DecodedField> mxcsr(ComponentView view) {
        long mxcsr = view.mxcsrAndMask() & 0xffff_ffffL;
        long mask = view.mxcsrAndMask() >>> 32;
        List<DecodedField> fields = new ArrayList<>();
        fields.add(DecodedField.number("mxcsr", mxcsr, MxcsrWords.control(mxcsr)));
        if (view.mxcsrMaskStored()) {
            fields.add(DecodedField.number("mxcsr_mask", mask, MxcsrWords.mask(mask)));
        }
        return fields;
    }
}
