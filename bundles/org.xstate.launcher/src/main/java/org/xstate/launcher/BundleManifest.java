package org.xstate.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import org.osgi.framework.Constants;

/**
 * The OSGi headers of a jar on the class path.
 *
 * @param jar     where it lies
 * @param headers the manifest's main attributes
 */
record BundleManifest(Path jar, Map<String, String> headers) {

    BundleManifest {
        headers = Map.copyOf(headers);
    }

    /** Those of the given jars that are bundles, in the same order. A jar that cannot be read is left out. */
    static List<BundleManifest> readAll(Collection<Path> jars) {
        return jars.stream().flatMap(jar -> read(jar).stream()).toList();
    }

    private static Optional<BundleManifest> read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            Map<String, String> headers = new TreeMap<>();
            if (manifest != null) {
                manifest.getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            return headers.containsKey(Constants.BUNDLE_SYMBOLICNAME)
                    ? Optional.of(new BundleManifest(jar, headers))
                    : Optional.empty();
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
