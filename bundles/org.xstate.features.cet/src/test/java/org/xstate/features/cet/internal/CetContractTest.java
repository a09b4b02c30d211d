package org.xstate.features.cet.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class CetContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new CetUserFeature(), new CetSupervisorFeature());
    }
}
