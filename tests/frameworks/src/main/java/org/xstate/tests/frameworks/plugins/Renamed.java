package org.xstate.tests.frameworks.plugins;

import org.xstate.api.XFeatureDescriptor;

/** The next version of a plugin: its xfeature has another name. */
public final class Renamed extends Plugged {

    @Override
    public XFeatureDescriptor descriptor() {
        return XFeatureDescriptor.user(NUMBER, "RENAMED", SIZE).build();
    }
}
