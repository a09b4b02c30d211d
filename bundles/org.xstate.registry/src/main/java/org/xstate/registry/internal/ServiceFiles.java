package org.xstate.registry.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.xstate.api.FeatureCatalog.Rejected;

/**
 * The {@code META-INF/services} of a bundle without a {@code plugin.xml}: what serves {@link java.util.ServiceLoader} on a
 * class path serves here too, where each bundle is asked through its own class loader.
 */
final class ServiceFiles {

    private static final String FOLDER = "META-INF/services/";

    private ServiceFiles() {
    }

    static void read(Bundle bundle, Map<Point<?>, List<Declaration>> usable, List<Rejected> rejected) {
        if (!usesApi(bundle)) {
            return;
        }
        for (Point<?> point : Point.ALL) {
            String file = FOLDER + point.contract().getName();
            try {
                for (String type : entries(bundle, file)) {
                    usable.computeIfAbsent(point, p -> new ArrayList<>())
                            .add(Declaration.of(bundle, point, type, file));
                }
            } catch (IOException e) {
                rejected.add(new Rejected(bundle.getSymbolicName(), file, file,
                        "it cannot be read: " + e.getMessage(), "build the bundle again"));
            }
        }
    }

    /** Who is not wired to the API cannot implement its contracts. */
    private static boolean usesApi(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null && wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .anyMatch(wire -> Point.NAMESPACE.equals(
                        wire.getCapability().getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

    private static Set<String> entries(Bundle bundle, String file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        // getResources, not getEntry: the entry may be in a jar inside the bundle
        Enumeration<URL> found = Departing.ask(bundle, () -> bundle.getResources(file));
        for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
                lines.lines().map(line -> line.split("#", 2)[0].strip()).filter(name -> !name.isEmpty())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
