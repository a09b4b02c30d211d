package org.xstate.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Constants;

/**
 * The OSGi headers of a jar.
 *
 * @param jar     where it lies
 * @param headers the manifest's main attributes
 */
record BundleManifest(Path jar, Map<String, String> headers) {

    BundleManifest {
        headers = Map.copyOf(headers);
    }

    static BundleManifest of(Path jar, Attributes attributes) {
        Map<String, String> headers = new TreeMap<>();
        attributes.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return new BundleManifest(jar, headers);
    }

    /** Those of the given jars that are bundles, in the same order. A jar that cannot be read is left out. */
    static List<BundleManifest> readAll(Collection<Path> jars) {
        return jars.stream().flatMap(jar -> read(jar).stream()).toList();
    }

    private static Optional<BundleManifest> read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            return Optional.ofNullable(manifest).map(Manifest::getMainAttributes)
                    .filter(headers -> headers.getValue(Constants.BUNDLE_SYMBOLICNAME) != null)
                    .map(headers -> of(jar, headers));
        } catch (IOException e) {
            // installing it gives the reason to the user
            return Optional.empty();
        }
    }

    String symbolicName() {
        return headers.get(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].trim();
    }

    String nameAndVersion() {
        return symbolicName() + " " + headers.getOrDefault(Constants.BUNDLE_VERSION, "0.0.0");
    }
}
