package org.xstate.features.base.internal;

import java.util.List;

import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterPart;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.features.base.internal.VectorRegisters.Pieces;

/** AVX state: bits 255:128 of YMM0 to YMM15 (SDM volume 1, section 13.5.3). XCR0[2] needs XCR0[1]. */
public final class AvxFeature implements XFeatureProvider {

    private static final XFeatureDescriptor DESCRIPTOR = VectorRegisters
            .fields(XFeatureDescriptor.user(2, "AVX", 256).linuxName("YMM").requires(1)
                    .cpuid(1, 0, CpuidBit.Register.ECX, 28, "AVX"), 16, 16, "ymm", 0, "_hi128")
            .build();

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(ModelText.resource(AvxFeature.class, "base/avx.c")),
                List.of());
    }

    @Override
    public List<DecodedField> decode(ComponentView view) {
        return VectorRegisters.reachable(view, XFeatureProvider.super.decode(view));
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return view.other(1).map(sse -> VectorRegisters.joined("ymm", 0, VectorRegisters.count(view),
                new Pieces(view, 16), new Pieces(sse, 16))).orElse(List.of());
    }

    @Override
    public List<RegisterPart> parts(String register) {
        return VectorRegisters.parts(register, "ymm", 16,
                i -> List.of(new RegisterPart(1, "xmm" + i), new RegisterPart(2, "ymm" + i + "_hi128")));
    }
}
