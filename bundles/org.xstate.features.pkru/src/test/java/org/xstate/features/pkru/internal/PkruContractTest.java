package org.xstate.features.pkru.internal;

import java.util.List;
import java.util.Map;

import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class PkruContractTest extends XFeatureProviderContract {

    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new PkruFeature());
    }

    @Override
    protected Map<String, Long> kernelParameters() {
        return Map.of("init_pkru", 0L);
    }
}
