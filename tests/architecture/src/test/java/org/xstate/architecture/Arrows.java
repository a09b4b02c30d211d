package org.xstate.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which bundle may use which: the table of the architecture, as data. */
final class Arrows {

    /** What a bundle is built on; what those are built on is allowed too. */
    private static final Map<String, Set<String>> BUILT_ON = new TreeMap<>(Map.ofEntries(
            Map.entry("org.xstate.api", Set.of()), Map.entry("org.xstate.api.tck", Set.of("org.xstate.api")),
            Map.entry("org.xstate.layout", Set.of("org.xstate.api")),
            Map.entry("org.xstate.traps", Set.of("org.xstate.api")),
            Map.entry("org.xstate.check", Set.of("org.xstate.model")),
            Map.entry("org.xstate.isa", Set.of("org.xstate.layout")),
            Map.entry("org.xstate.model", Set.of("org.xstate.api")),
            Map.entry("org.xstate.sim", Set.of("org.xstate.model", "org.xstate.layout")),
            Map.entry("org.xstate.formats", Set.of("org.xstate.layout")),
            Map.entry("org.xstate.analysis",
                    Set.of("org.xstate.isa", "org.xstate.formats", "org.xstate.check", "org.xstate.sim")),
            Map.entry("org.xstate.cli", Set.of("org.xstate.analysis")),
            Map.entry("org.xstate.designs", Set.of("org.xstate.api")),
            Map.entry("org.xstate.registry", Set.of("org.xstate.api")),
            Map.entry("org.xstate.ui", Set.of("org.xstate.analysis")),
            Map.entry("org.xstate.ui.layout", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.images", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.machine", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.debug", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.editor", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.check", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.help", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.ui.console", Set.of("org.xstate.ui", "org.xstate.cli")),
            Map.entry("org.xstate.ui.workbench", Set.of("org.xstate.ui")),
            Map.entry("org.xstate.launcher", Set.of("org.xstate.cli"))));

    /** Libraries, by the beginning of their packages, and the bundles that may use them. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("java.", Set.of("*")),
            Map.entry("javax.", Set.of("*")),
            Map.entry("org.osgi.annotation.", Set.of("*")),
            Map.entry("com.sun.net.httpserver", Set.of("org.xstate.ui.help")),
            Map.entry("com.google.gson", Set.of("org.xstate.analysis", "org.xstate.cli")),
            Map.entry("picocli", Set.of("org.xstate.cli")),
            Map.entry("de.siegmar.fastcsv", Set.of("org.xstate.formats", "org.xstate.analysis")),
            Map.entry("org.junit.", Set.of("org.xstate.api.tck")),
            Map.entry("org.antlr.v4.runtime", Set.of("org.xstate.model")),
            Map.entry("org.osgi.framework",
                    Set.of("org.xstate.launcher", "org.xstate.registry", "org.xstate.cli")),
            Map.entry("org.apache.felix.service.command", Set.of("org.xstate.cli")),
            Map.entry("org.eclipse.core.runtime", Set.of("org.xstate.registry")),
            Map.entry("org.xml.sax", Set.of("org.xstate.registry")),
            Map.entry("org.apache.felix.framework", Set.of("org.xstate.launcher")),
            Map.entry("org.opentest4j", Set.of("org.xstate.api.tck")));

    private static final String FEATURE = "org.xstate.features.";

    /** Bundles of the desktop: those, and nobody else but the registry, use the Eclipse platform. */
    private static final String DESKTOP = "org.xstate.ui";

    private static final Set<String> PLATFORM = Set.of("org.eclipse.", "org.osgi.framework",
            "org.osgi.service.prefs", "org.osgi.util.tracker");

    private Arrows() {
    }

    /** The bundle that holds a package: the longest bundle name that the package starts with. */
    static String bundleOf(String packageName) {
        if (packageName.startsWith(FEATURE)) {
            String[] words = packageName.split("\\.");
            return FEATURE + words[3];
        }
        return BUILT_ON.keySet().stream().filter(name -> (packageName + ".").startsWith(name + "."))
                .reduce("", (a, b) -> a.length() > b.length() ? a : b);
    }

    static boolean mayUse(String from, String to) {
        return from.equals(to) || allowed(from).contains(to)
                || isDesktop(from) && to.equals("org.xstate.target-platform.workbench");
    }

    static boolean isDesktop(String bundle) {
        return bundle.equals(DESKTOP) || bundle.startsWith(DESKTOP + ".");
    }

    static boolean mayUseLibrary(String bundle, String packageName) {
        if (isDesktop(bundle) && PLATFORM.stream().anyMatch(packageName::startsWith)) {
            return true;
        }
        return LIBRARIES.entrySet().stream().filter(entry -> packageName.startsWith(entry.getKey()))
                .anyMatch(entry -> entry.getValue().contains("*") || entry.getValue().contains(bundle));
    }

    private static Set<String> allowed(String from) {
        if (from.startsWith(FEATURE)) {
            return Set.of("org.xstate.api");
        }
        Set<String> all = new TreeSet<>();
        for (String next : BUILT_ON.getOrDefault(from, Set.of())) {
            all.add(next);
            all.addAll(allowed(next));
        }
        return all;
    }
}
