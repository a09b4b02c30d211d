package org.example.scratch;

import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** SCRATCH, an xfeature that no processor has: a control word and seven scratch registers. */
public final class ScratchFeature implements XFeatureProvider {

    private static final int NUMBER = 40;
    private static final int REGISTERS = 7;

    private static final XFeatureDescriptor DESCRIPTOR = describe();

    private static XFeatureDescriptor describe() {
        XFeatureDescriptor.Builder builder = XFeatureDescriptor.user(NUMBER, "SCRATCH", 8 * (1 + REGISTERS))
                .requires(0)
                .field(FieldDescriptor.hex(0, 8, "scratch_ctl")
                        .meaning(value -> (value & 1) != 0 ? "enabled" : "disabled"));
        for (int i = 0; i < REGISTERS; i++) {
            builder.field(FieldDescriptor.hex(8 + 8 * i, 8, "scratch" + i));
        }
        return builder.build();
    }

    @Override
    public XFeatureDescriptor descriptor() {
        return DESCRIPTOR;
    }

    /** What XRSTOR loads while XSTATE_BV[40] is 0: enabled, all registers 0. */
    @Override
    public InitState initState() {
        return InitState.bytes((byte) 1);
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }
}
