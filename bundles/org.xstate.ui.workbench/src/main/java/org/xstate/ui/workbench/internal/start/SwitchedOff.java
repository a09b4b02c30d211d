package org.xstate.ui.workbench.internal.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps plugins that are for the desktop alone, and were switched off when it started, from being resolved, so that the
 * platform sees no view of theirs. They are installed all the same: they can be listed, and switched on for the next start.
 *
 * @param names symbolic names that are switched off
 */
record SwitchedOff(Set<String> names) implements ResolverHook {

    private static final String PLUGIN_XML = "plugin.xml";
    private static final String POINTS_OF_THE_API = "\"org.xstate.api.";

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        candidates.removeIf(one -> names.contains(one.getSymbolicName())
                && isForTheDesktopAlone(one.getBundle()));
    }

    private static boolean isForTheDesktopAlone(Bundle bundle) {
        URL file = bundle.getEntry(PLUGIN_XML);
        if (file == null) {
            return false;
        }
        try (InputStream stream = file.openStream()) {
            return !new String(stream.readAllBytes(), StandardCharsets.UTF_8).contains(POINTS_OF_THE_API);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> others) {
        // as ever
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        // as ever
    }

    @Override
    public void end() {
        // nothing was begun
    }
}
