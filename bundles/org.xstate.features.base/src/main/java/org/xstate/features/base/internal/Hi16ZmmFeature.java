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
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;
import org.xstate.features.base.internal.VectorRegisters.Pieces;

/** ZMM16 to ZMM31, whole (SDM volume 1, section 13.5.5). Outside 64-bit mode they do not exist and are not moved. */
public final class Hi16ZmmFeature implements XFeatureProvider {

    private static final XFeatureDescriptor DESCRIPTOR = VectorRegisters
            .fields(XFeatureDescriptor.user(7, "Hi16_ZMM", 1024).requires(2).together(5, 6, 7)
                    .cpuid(7, 0, CpuidBit.Register.EBX, 16, "AVX512F"), 16, 64, "zmm", 16, "")
            .build();

    private static final RegisterBehaviour BEHAVIOUR = new RegisterBehaviour() {
        @Override
        public int bytesOutside64BitMode(int size) {
            return 0;
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
        return new FeatureModel(List.of(ModelText.resource(Hi16ZmmFeature.class, "base/hi16-zmm.c")),
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

    /** 32-bit code has none of these registers. */
    @Override
    public List<DecodedField> decode(ComponentView view) {
        return view.mode64() ? XFeatureProvider.super.decode(view) : List.of();
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return view.mode64() ? VectorRegisters.joined("zmm", 16, 16, new Pieces(view, 64)) : List.of();
    }
}
