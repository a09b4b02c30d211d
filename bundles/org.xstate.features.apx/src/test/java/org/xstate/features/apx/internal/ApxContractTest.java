package org.xstate.features.apx.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class ApxContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new ApxFeature());
    }
}
