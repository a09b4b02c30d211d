package org.xstate.features.apx.internal;

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
 * APX: R16 to R31 (Intel APX Architecture Specification, "XSAVE"; Linux since 6.16). In the standard format it takes the
 * place that MPX left, below components 5 to 7, so its offset is smaller than theirs. No processor has both.
 *
 * <p>From the manual: no public CPUID dump with it was found.
 */
public final class ApxFeature implements XFeatureProvider {

    private static final int FIRST = 16;
    private static final int REGISTERS = 16;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(19, "APX", 8 * REGISTERS)
                .conflicts(3, 4).cpuid(7, 1, CpuidBit.Register.EDX, 21, "APX_F");
        for (int i = 0; i < REGISTERS; i++) {
            builder.field(FieldDescriptor.hex(8 * i, 8, "r" + (FIRST + i)));
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
        return new FeatureModel(List.of(ModelText.resource(ApxFeature.class, "apx/registers.c")),
                List.of());
    }

    @Override
    public Optional<TrialState> trialState() {
        return Optional.of(TrialState.ANY_BYTES);
    }

    /** Outside 64-bit mode the registers do not exist. */
    @Override
    public List<DecodedField> registers(ComponentView view) {
        return view.mode64() ? decode(view) : List.of();
    }
}
