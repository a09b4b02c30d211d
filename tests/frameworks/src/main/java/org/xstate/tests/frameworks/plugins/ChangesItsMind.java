package org.xstate.tests.frameworks.plugins;

import org.xstate.api.XFeatureDescriptor;

/** Has another size each time that it is asked. */
public final class ChangesItsMind extends Plugged {

    private int asked;

    @Override
    public XFeatureDescriptor descriptor() {
        asked++;
        return XFeatureDescriptor.user(NUMBER, "PLUGGED", SIZE * asked).build();
    }
}
