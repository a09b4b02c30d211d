package org.xstate.features.lwp.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class LwpContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new LwpFeature());
    }
}
