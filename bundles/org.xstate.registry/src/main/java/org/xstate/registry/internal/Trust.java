package org.xstate.registry.internal;

import java.util.Arrays;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Tells the program's own bundles, whose code runs as it is, from plugins, whose code is kept apart. A plugin may take a name
 * like ours; but what is installed after the registry started is a plugin, whatever its name.
 *
 * @param newest the highest id of a bundle that was there when the registry started
 */
record Trust(long newest) {

    private static final String OWN = "org.xstate.";

    static Trust atStart(BundleContext context) {
        return new Trust(Arrays.stream(context.getBundles()).mapToLong(Bundle::getBundleId).max().orElse(0));
    }

    boolean isOwn(Bundle bundle) {
        return bundle.getBundleId() <= newest && bundle.getSymbolicName() != null
                && bundle.getSymbolicName().startsWith(OWN);
    }
}
