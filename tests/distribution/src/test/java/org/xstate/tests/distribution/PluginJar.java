package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import javax.tools.ToolProvider;

/** Makes plugin jars as a third party would: compiled against the API jar of the distribution. */
final class PluginJar {

    private static final String SOURCE = """
            package example;
            import org.xstate.api.*;
            public class Example implements XFeatureProvider {
                public XFeatureDescriptor descriptor() { return XFeatureDescriptor.user(40, "EXAMPLE", 64).build(); }
                public InitState initState() { return InitState.allZero(); }
                public RestorePolicy restorePolicy() { return new RestorePolicy.OnReturnToUser(); }
            }
            """;

    private PluginJar() {
    }

    /** A bundle that contributes component 40, EXAMPLE. @param imports its Import-Package header */
    static void write(Path jar, String symbolicName, String imports, Distribution distribution)
            throws IOException {
        Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent().getParent(), "plugin");
        Path source = Files.writeString(folder.resolve("Example.java"), SOURCE);
        assertEquals(0,
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), "-cp",
                        distribution.api().toString(), source.toString()));
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", symbolicName);
        headers.putValue("Bundle-Version", "1.2.3");
        headers.putValue("Import-Package", imports);
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("example/Example.class"));
            out.write(Files.readAllBytes(folder.resolve("example/Example.class")));
            out.putNextEntry(new JarEntry("META-INF/services/org.xstate.api.XFeatureProvider"));
            out.write("example.Example\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
