package org.xstate.features.base.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RegisterPart;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.features.base.internal.VectorRegisters.Pieces;

/** Bits 511:256 of ZMM0 to ZMM15 (SDM volume 1, section 13.5.5). */
public final class ZmmHi256Feature implements XFeatureProvider {

    private static final XFeatureDescriptor DESCRIPTOR = VectorRegisters
            .fields(XFeatureDescriptor.user(6, "ZMM_Hi256", 512).requires(2).together(5, 6, 7)
                    .cpuid(7, 0, CpuidBit.Register.EBX, 16, "AVX512F"), 16, 32, "zmm", 0, "_hi256")
            .build();

    /** ZMM0 to ZMM7 only. */
    private static final RegisterBehaviour BEHAVIOUR = new RegisterBehaviour() {
        @Override
        public int bytesOutside64BitMode(int size) {
            return size / 2;
        }
    };

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
        return new FeatureModel(List.of(ModelText.resource(ZmmHi256Feature.class, "base/zmm-hi256.c")),
                List.of());
    }

    @Override
    public Optional<TrialState> trialState() {
        return Optional.of(TrialState.ANY_BYTES);
    }

    @Override
    public RegisterBehaviour registerBehaviour(AddressWidths widths) {
        return BEHAVIOUR;
    }

    @Override
    public List<DecodedField> decode(ComponentView view) {
        return VectorRegisters.reachable(view, XFeatureProvider.super.decode(view));
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return view.other(2).flatMap(avx -> view.other(1).map(sse -> VectorRegisters.joined("zmm", 0,
                VectorRegisters.count(view), new Pieces(view, 32), new Pieces(avx, 16),
                new Pieces(sse, 16)))).orElse(List.of());
    }

    @Override
    public List<RegisterPart> parts(String register) {
        return VectorRegisters.parts(register, "zmm", 16,
                i -> List.of(new RegisterPart(1, "xmm" + i), new RegisterPart(2, "ymm" + i + "_hi128"),
                        new RegisterPart(6, "zmm" + i + "_hi256")));
    }
}
