package org.xstate.features.pasid.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class PasidContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new PasidFeature());
    }
}
