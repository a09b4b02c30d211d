package org.xstate.tests.frameworks.plugins;

import java.util.List;

import org.xstate.api.FeatureModel;
import org.xstate.api.ModelText;

/** Brings an instruction of its own, told in model C. */
public final class WithModel extends Plugged {

    @Override
    public FeatureModel model() {
        return new FeatureModel(List.of(), List.of(new ModelText("plugged/kernel.c", """
                void plugged_use(token_t value)
                {
                	user_write(XFEATURE_PLUGGED, value);
                }
                """)));
    }
}
