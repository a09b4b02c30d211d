package org.xstate.features.base.internal;

import java.util.List;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class BaseContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new X87Feature(), new SseFeature(), new AvxFeature(), new OpmaskFeature(),
                new ZmmHi256Feature(), new Hi16ZmmFeature());
    }
}
