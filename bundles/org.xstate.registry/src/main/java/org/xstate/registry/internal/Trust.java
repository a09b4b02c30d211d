package org.xstate.registry.internal;

import org.osgi.framework.Bundle;

/** Tells the program's own bundles, whose code runs as it is, from plugins, whose code is kept apart. */
final class Trust {

    private static final String OWN = "org.xstate.";

    private Trust() {
    }

    static boolean isOwn(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(OWN);
    }
}
