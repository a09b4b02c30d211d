package org.xstate.features.uintr.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class UintrContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new UintrFeature());
    }
}
