package org.example.scratch;

import java.util.List;

import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.ModelText;
import org.xstate.api.RestorePolicy;
import org.xstate.api.TrapHandlerSource;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.XFeatureProvider;

/** SCRATCH, an xfeature that no processor has: a control word and seven scratch registers. */
public final class ScratchFeature implements XFeatureProvider {

    @Override
    public XFeatureDescriptor descriptor() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(40, "SCRATCH", 64).requires(0)
                .field(FieldDescriptor.hex(0, 8, "scratch_ctl")
                        .meaning(value -> (value & 1) != 0 ? "enabled" : "disabled"));
        for (int i = 0; i < 7; i++) {
            builder.field(FieldDescriptor.hex(8 + 8 * i, 8, "scratch" + i));
        }
        return builder.build();
    }

    /** What XRSTOR loads while XSTATE_BV[40] is 0: enabled, all registers 0. */
    @Override
    public InitState initState() {
        return InitState.bytes((byte) 1);
    }

    /** With the other components, at the latest when the program goes on. */
    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }

    @Override
    public List<TrapHandlerSource> trapHandlers() {
        return List.of(new TrapHandlerSource(13, "SCRUN of a program that has no scratch state yet",
                ModelText.resource(ScratchFeature.class, "scratch/gp.c"), XFeatureMask.NONE));
    }
}
