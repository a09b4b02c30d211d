package org.xstate.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Runs what people run most, so that the JVM can write an ahead-of-time cache of the classes and methods in use. Output
 * goes nowhere; what a command returns does not matter.
 */
public final class Training {

    private static final List<List<String>> COMMANDS = List.of(List.of("--version"), List.of("--help"),
            List.of("layout", "--cpu", "zen3"), List.of("layout", "--cpu", "zen3", "--json"),
            List.of("layout", "--cpu", "sapphirerapids", "--compacted"), List.of("cpus"),
            List.of("features"),
            List.of("features", "--json"));

    private Training() {
    }

    public static void main(String[] arguments) throws IOException {
        Installation installation = Installation.current();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (List<String> command : COMMANDS) {
            Main.run(command, installation, nowhere, nowhere);
        }
        Path plugins = Storage.create();
        writeBundle(plugins.resolve("training.jar"));
        Main.run(List.of("features", "--plugins", plugins.toString()), installation, nowhere, nowhere);
    }

    /** A bundle that is wired to the API and names a provider, as a plugin does. */
    private static void writeBundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.xstate.training");
        manifest.getMainAttributes().putValue("Import-Package", "org.xstate.api;version=\"[1,2)\",java.util");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry("META-INF/services/org.xstate.api.XFeatureProvider"));
            out.write("org.xstate.training.Provider\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
