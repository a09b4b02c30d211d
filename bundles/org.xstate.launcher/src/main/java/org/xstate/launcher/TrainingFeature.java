package org.xstate.launcher;

import org.xstate.api.InitState;
import org.xstate.api.RestorePolicy;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureProvider;

/** What the plugin of a training run brings; no other run sees it. */
public final class TrainingFeature implements XFeatureProvider {

    /** No processor uses it. */
    private static final int NUMBER = 61;

    @Override
    public XFeatureDescriptor descriptor() {
        return XFeatureDescriptor.user(NUMBER, "TRAINING", Long.BYTES).build();
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
