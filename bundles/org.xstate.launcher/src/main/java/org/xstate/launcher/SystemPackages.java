package org.xstate.launcher;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.framework.Constants;

/**
 * The packages that the framework itself offers to bundles. Felix would work out every package of the JDK, which takes
 * longer than all the rest of its start; only those that a bundle asks for make a difference.
 */
final class SystemPackages {

    /** OSGi Core Release 8, as the framework's jar holds it. */
    private static final String FRAMEWORK = String.join(",", "org.osgi.framework;version=1.10",
            "org.osgi.framework.connect;version=1.0", "org.osgi.framework.dto;version=1.8",
            "org.osgi.framework.hooks.bundle;version=1.1", "org.osgi.framework.hooks.resolver;version=1.0",
            "org.osgi.framework.hooks.service;version=1.1", "org.osgi.framework.hooks.weaving;version=1.1",
            "org.osgi.framework.launch;version=1.2", "org.osgi.framework.namespace;version=1.2",
            "org.osgi.framework.startlevel;version=1.0", "org.osgi.framework.startlevel.dto;version=1.0",
            "org.osgi.framework.wiring;version=1.2", "org.osgi.framework.wiring.dto;version=1.3",
            "org.osgi.resource;version=1.0.1", "org.osgi.resource.dto;version=1.0.1",
            "org.osgi.service.packageadmin;version=1.2.1", "org.osgi.service.startlevel;version=1.1.1",
            "org.osgi.service.url;version=1.0.1", "org.osgi.service.resolver;version=1.1.1",
            "org.osgi.util.tracker;version=1.5.3", "org.osgi.dto;version=1.1.1",
            "org.osgi.service.condition;version=1.0");

    private static final Set<String> OWN = Set.of("org.xstate.registry", "org.eclipse.osgi",
            "org.eclipse.equinox.common", "org.eclipse.equinox.registry");

    private SystemPackages() {
    }

    /**
     * The framework's own packages, and those of the JDK that one of the given manifests may want. A plugin may have them
     * all through a bundle that passes them on; the program's own bundles name what they use.
     */
    static String neededBy(Collection<BundleManifest> bundles) {
        boolean all = bundles.stream().filter(bundle -> !OWN.contains(bundle.symbolicName()))
                .map(BundleManifest::headers)
                .anyMatch(headers -> headers.containsKey(Constants.DYNAMICIMPORT_PACKAGE)
                        || headers.containsKey(Constants.REQUIRE_BUNDLE));
        Set<String> words = new HashSet<>();
        bundles.forEach(bundle -> words.addAll(wordsOf(bundle.headers())));
        String fromJdk = jdkPackages().filter(name -> all || words.contains(name))
                .collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining(","));
        return fromJdk.isEmpty() ? FRAMEWORK : FRAMEWORK + "," + fromJdk;
    }

    /** Every package name in the import header, and some words that are none and do no harm. */
    private static Collection<String> wordsOf(Map<String, String> headers) {
        return Arrays.asList(headers.getOrDefault(Constants.IMPORT_PACKAGE, "").split("[^\\w.]+"));
    }

    private static Stream<String> jdkPackages() {
        return ModuleLayer.boot().modules().stream()
                .flatMap(module -> module.getDescriptor().exports().stream())
                .filter(export -> !export.isQualified()).map(export -> export.source());
    }
}
