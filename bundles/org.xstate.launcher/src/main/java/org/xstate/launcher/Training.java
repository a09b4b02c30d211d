package org.xstate.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Runs what people run most, so that the JVM can write an ahead-of-time cache of the classes in use. A JVM loads all of a
 * cache at its start, needed or not: so there is one cache for the plain class path, one for commands on it that run
 * models, and one for a framework with a plugin.
 * Output goes nowhere; what a command returns does not matter.
 */
public final class Training {

    /** The argument that asks for the cache of runs in a framework. */
    private static final String FRAMEWORK = "framework";

    /** The argument that asks for the cache of commands that run models. */
    private static final String MODEL = "model";

    private static final List<List<String>> LAYOUTS = List.of(List.of("layout", "--cpu", "zen3"),
            List.of("layout", "--cpu", "zen3", "--json"),
            List.of("layout", "--cpu", "sapphirerapids", "--compacted"), List.of("features"),
            List.of("features", "--json"));

    private Training() {
    }

    public static void main(String[] arguments) throws IOException {
        // as Main does
        Locale.setDefault(Locale.ROOT);
        Installation installation = Installation.current();
        if (List.of(arguments).contains(FRAMEWORK)) {
            Path plugins = Storage.create();
            writeBundle(plugins.resolve("training.jar"));
            LAYOUTS.forEach(command -> run(installation, command, "--plugins", plugins.toString()));
        } else if (List.of(arguments).contains(MODEL)) {
            String seed = installation.home().resolve("examples/seed/begin-finish.c").toString();
            run(installation, List.of("check", seed));
            run(installation, List.of("check", seed, "--json"));
            run(installation, List.of("run", seed));
        } else {
            LAYOUTS.forEach(command -> run(installation, command));
            String core = installation.home().resolve("examples/cores/six-threads.core").toString();
            run(installation, List.of("--version"));
            run(installation, List.of("cpus"));
            run(installation, List.of("decode", core));
            run(installation, List.of("decode", core, "--json"));
        }
    }

    private static void run(Installation installation, List<String> command, String... more) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        Main.run(all, installation, nowhere, nowhere);
    }

    /** A bundle that is wired to the API and brings an xfeature, as a plugin does. */
    private static void writeBundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example.training;singleton:=true");
        manifest.getMainAttributes().putValue("Import-Package", "org.xstate.api;version=\"[1,2)\"");
        String type = TrainingFeature.class.getName();
        String file = type.replace('.', '/') + ".class";
        try (InputStream code = Training.class.getClassLoader().getResourceAsStream(file);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(file));
            code.transferTo(out);
            out.putNextEntry(new ZipEntry("plugin.xml"));
            out.write("""
                    <plugin>
                      <extension point="org.xstate.api.xfeatures"><xfeature class="%s"/></extension>
                    </plugin>
                    """.formatted(type).getBytes(StandardCharsets.UTF_8));
        }
    }
}
