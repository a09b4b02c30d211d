package org.xstate.registry.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.osgi.framework.Bundle;

/** The {@code plugin.xml} of plugins, each read once. */
final class BundleFiles {

    private final Trust trust;
    private final Map<Bundle, Optional<PluginXml>> files = new HashMap<>();

    BundleFiles(Trust trust) {
        this.trust = trust;
    }

    Trust trust() {
        return trust;
    }

    Optional<PluginXml> of(Bundle bundle) {
        return files.computeIfAbsent(bundle, PluginXml::of);
    }
}
