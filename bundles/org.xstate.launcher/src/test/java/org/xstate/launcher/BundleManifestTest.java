package org.xstate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleManifestTest {

    @TempDir
    Path folder;

    @Test
    void readsTheHeadersOfBundlesAndPassesOverOtherFiles() throws Exception {
        Path bundle = jar("bundle.jar", "org.example;singleton:=true", "1.2.3");
        Path plain = jar("plain.jar", "", "");
        Path garbage = Files.writeString(folder.resolve("garbage.jar"), "no jar");
        List<BundleManifest> found = BundleManifest
                .readAll(List.of(garbage, plain, bundle, folder.resolve("missing.jar")));
        assertEquals(List.of(bundle), found.stream().map(BundleManifest::jar).toList());
        assertEquals("org.example", found.getFirst().symbolicName());
        assertEquals("org.example 1.2.3", found.getFirst().nameAndVersion());
    }

    private Path jar(String file, String name, String version) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!name.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
            manifest.getMainAttributes().putValue("Bundle-Version", version);
        }
        Path jar = folder.resolve(file);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
