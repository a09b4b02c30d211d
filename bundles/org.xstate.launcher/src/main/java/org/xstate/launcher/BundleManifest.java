package org.xstate.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

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

    /** Those of the given jars that are bundles, in the same order. */
    static List<BundleManifest> readAll(List<Path> jars) {
        List<BundleManifest> bundles = new ArrayList<>();
        for (Path jar : jars) {
            read(jar).ifPresent(bundles::add);
        }
        return bundles;
    }

    private static Optional<BundleManifest> read(Path jar) {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            Map<String, String> headers = new TreeMap<>();
            if (manifest != null) {
                manifest.getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            return headers.containsKey("Bundle-SymbolicName")
                    ? Optional.of(new BundleManifest(jar, headers))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("built-in bundle " + jar, e);
        }
    }

    String symbolicName() {
        return headers.get("Bundle-SymbolicName").split(";", 2)[0].trim();
    }

    String nameAndVersion() {
        return symbolicName() + " " + headers.getOrDefault("Bundle-Version", "0.0.0");
    }
}
