package org.xstate.features.base.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.api.ComponentView;
import org.xstate.api.CpuidBit;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureModel;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrialState;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/**
 * AVX-512 opmask registers k0 to k7, eight bytes each (SDM volume 1, section 13.5.5). XCR0[7:5] are set together, and
 * only with XCR0[2].
 */
public final class OpmaskFeature implements XFeatureProvider {

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(5, "opmask", 64).linuxName("OPMASK")
                .requires(2).together(5, 6, 7).cpuid(7, 0, CpuidBit.Register.EBX, 16, "AVX512F");
        for (int i = 0; i < 8; i++) {
            builder.field(FieldDescriptor.hex(8 * i, 8, "k" + i));
        }
        return builder.build();
    }

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
        return new FeatureModel(List.of(ModelText.resource(OpmaskFeature.class, "base/opmask.c")),
                List.of());
    }

    @Override
    public Optional<TrialState> trialState() {
        return Optional.of(TrialState.ANY_BYTES);
    }

    @Override
    public List<DecodedField> registers(ComponentView view) {
        return decode(view);
    }
}
