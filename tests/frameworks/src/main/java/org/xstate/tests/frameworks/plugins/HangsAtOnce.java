package org.xstate.tests.frameworks.plugins;

import org.xstate.api.XFeatureDescriptor;

/** Does not even say what it is. */
public final class HangsAtOnce extends Plugged {

    /** Counts the calls. */
    public static final String CALLED = "xstate.test.hangs.called";

    @Override
    public XFeatureDescriptor descriptor() {
        count(CALLED);
        hang();
        return super.descriptor();
    }
}
