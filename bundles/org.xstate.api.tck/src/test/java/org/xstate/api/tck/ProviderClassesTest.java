package org.xstate.api.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.api.XFeatureProvider;

class ProviderClassesTest {

    private static final String NAME = SoundFeature.class.getName();
    private static final String SERVICES = "META-INF/services/" + XFeatureProvider.class.getName();

    /** Takes the class from the jar although its parent has it too. */
    private static final class Jar extends URLClassLoader {
        Jar(Path jar) throws IOException {
            super(new URL[]{jar.toUri().toURL()}, ProviderClassesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(NAME) ? findClass(name) : super.loadClass(name, resolve);
        }
    }

    @Test
    void aJarIsReadAsAFolderIs(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("plugin.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of(NAME.replace('.', '/') + ".class", SERVICES)) {
                out.putNextEntry(new ZipEntry(entry));
                try (InputStream in = ProviderClassesTest.class.getResourceAsStream("/" + entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        try (Jar loader = new Jar(jar)) {
            Class<?> type = loader.loadClass(NAME);
            assertEquals(Set.of(NAME), ProviderClasses.namedInServices(type));
            assertEquals(Set.of(NAME), ProviderClasses.compiledBeside(type));
            assertEquals(Optional.empty(), ProviderClasses.namedInPluginXml(type));
        }
    }

    @Test
    void ofAPluginXmlTheClassesOfXfeaturesCount(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("plugin.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("plugin.xml"));
            out.write("""
                    <plugin>
                      <extension point="org.xstate.api.checks"><check class="org.example.Check"/></extension>
                      <extension point="org.xstate.api.xfeatures">
                        <!-- <xfeature class="org.example.Former"/> -->
                        <xfeature class="org.example.Feature"/>
                      </extension>
                    </plugin>
                    """.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            String entry = NAME.replace('.', '/') + ".class";
            out.putNextEntry(new ZipEntry(entry));
            try (InputStream in = ProviderClassesTest.class.getResourceAsStream("/" + entry)) {
                in.transferTo(out);
            }
        }
        try (Jar loader = new Jar(jar)) {
            assertEquals(Optional.of(Set.of("org.example.Feature")),
                    ProviderClasses.namedInPluginXml(loader.loadClass(NAME)));
        }
    }
}
