package org.xstate.tests.frameworks.plugins;

import org.xstate.api.RestorePolicy;

/** Tells its restore policy in a text that does not compile. */
public final class OwnPolicy extends Plugged {

    @Override
    public RestorePolicy restorePolicy() {
        return new RestorePolicy.Custom("void restore( {");
    }
}
