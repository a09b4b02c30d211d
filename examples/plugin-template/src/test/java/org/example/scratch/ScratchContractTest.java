package org.example.scratch;

import java.util.List;
import org.xstate.api.XFeatureProvider;
import org.xstate.api.tck.XFeatureProviderContract;

class ScratchContractTest extends XFeatureProviderContract {
    @Override
    protected List<XFeatureProvider> providers() {
        return List.of(new ScratchFeature());
    }
}
