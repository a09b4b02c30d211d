package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

/** Compiles the museum against the API jar of the distribution and packs each exhibit into a jar. */
final class ExhibitJars {

    /** An API of another version, with a policy more. */
    private static final String OTHER_POLICIES = """
            package org.xstate.api;
            public interface RestorePolicy {
                record OnReturnToUser() implements RestorePolicy { }
                record Custom(String source) implements RestorePolicy { }
                record Lazy() implements RestorePolicy { }
            }
            """;

    private ExhibitJars() {
    }

    static void write(List<Exhibit> exhibits, Path plugins, Distribution distribution) throws IOException {
        Path folder = Files.createDirectories(plugins.resolveSibling("museum sources"));
        List<String> sources = new ArrayList<>();
        sources.add(source(folder, "org.xstate.api", "RestorePolicy", OTHER_POLICIES));
        for (Exhibit exhibit : exhibits) {
            if (!exhibit.source().isEmpty()) {
                sources.add(source(folder, exhibit.packageName(), "Feature",
                        "package " + exhibit.packageName() + ";\n" + exhibit.source()));
            }
        }
        Path classes = Files.createDirectories(plugins.resolveSibling("museum classes"));
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", distribution.program().toString()));
        arguments.addAll(sources);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null,
                arguments.toArray(String[]::new)));
        Files.createDirectories(plugins);
        for (Exhibit exhibit : exhibits) {
            pack(exhibit, classes, plugins.resolve(exhibit.name() + ".jar"));
        }
    }

    private static String source(Path folder, String packageName, String type, String text)
            throws IOException {
        Path file = folder.resolve(packageName.replace('.', '/')).resolve(type + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private static void pack(Exhibit exhibit, Path classes, Path jar) throws IOException {
        Manifest manifest = new Manifest(
                new ByteArrayInputStream(exhibit.manifestText().getBytes(StandardCharsets.UTF_8)));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            String type = exhibit.type().replace('.', '/') + ".class";
            if (Files.exists(classes.resolve(type))) {
                out.putNextEntry(new JarEntry(type));
                out.write(Files.readAllBytes(classes.resolve(type)));
            }
            if (!exhibit.pluginXml().isEmpty()) {
                out.putNextEntry(new JarEntry("plugin.xml"));
                out.write(exhibit.pluginXmlText().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
