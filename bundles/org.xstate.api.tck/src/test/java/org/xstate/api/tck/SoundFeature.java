package org.xstate.api.tck;

import org.xstate.api.FieldDescriptor;
import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** Keeps the contract; the tests break it in one point each. */
public class SoundFeature implements XFeatureProvider {

    /** Two words. */
    static final int SIZE = 16;

    @Override
    public XFeatureDescriptor descriptor() {
        return XFeatureDescriptor.user(40, "SOUND", SIZE).field(FieldDescriptor.hex(0, 8, "first"))
                .field(FieldDescriptor.number(8, 4, "second")).build();
    }

    @Override
    public InitState initState() {
        return InitState.allZero();
    }

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.OnReturnToUser();
    }
}
