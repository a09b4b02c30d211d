package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plugin that others begin with, and the same plugin as it was built against the first API. */
class PluginTemplateTest {

    private static final int MOST_LINES = 150;
    private static final Path TEMPLATE = Path.of(System.getProperty("xstate.root"),
            "examples/plugin-template");

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static Path frozen;

    @BeforeAll
    static void unpack() throws Exception {
        distribution = Distribution.shared();
        frozen = Files.createDirectories(work.resolve("frozen"));
        try (InputStream jar = PluginTemplateTest.class
                .getResourceAsStream("/frozen/scratch-plugin-1.0.0.jar")) {
            Files.copy(jar, frozen.resolve("scratch-plugin-1.0.0.jar"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void aPluginBuiltAgainstTheFirstApiKeepsWorking(String framework) throws Exception {
        works("--framework", framework, "--plugins", frozen.toString());
    }

    @Test
    void theTemplateBuiltAgainstTheApiJarAloneWorksInDropins() throws Exception {
        Path jar = distribution.home().resolve("dropins/template.jar");
        build(jar);
        try {
            works();
        } finally {
            Files.delete(jar);
        }
    }

    @Test
    void theWholeTemplateHasNoMoreThanAHundredAndFiftyLines() throws IOException {
        int lines = 0;
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(TEMPLATE.resolve("target")))
                    .filter(f -> f.toString().matches(".*(\\.java|\\.xml|\\.c|org\\.xstate\\.api\\.\\w+)"))
                    .toList()) {
                lines += Files.readAllLines(file).size();
            }
        }
        assertTrue(lines > 50 && lines <= MOST_LINES, lines + " lines");
    }

    /** In features, layout and decode. */
    private static void works(String... options) throws Exception {
        Distribution.Result features = run(options, "features", "--json");
        assertEquals(0, features.exitCode(), features.out() + features.err());
        assertTrue(features.out().contains("{\"id\":40,\"name\":\"SCRATCH\",\"kind\":\"user\",\"size\":64,"
                + "\"init\":\"01\",\"policy\":\"on-return-to-user\",\"traps\":[],\"bundle\":\"org.example.scratch\"}"),
                features.out());
        String cpu = TEMPLATE.resolve("scratch.cpuid").toString();
        Distribution.Result layout = run(options, "layout", "--cpuid", cpu);
        assertEquals(0, layout.exitCode(), layout.out() + layout.err());
        assertTrue(layout.out().contains(
                "  40  SCRATCH  user     832    64         XCR0[40]          01\n"), layout.out());
        Distribution.Result decoded = run(options, "decode", "--cpuid", cpu, image().toString());
        assertEquals(0, decoded.exitCode(), decoded.out() + decoded.err());
        assertTrue(decoded.out().contains(
                "  SCRATCH  in use  scratch_ctl 0x1 (enabled)  scratch0 0x1234  (6 more are 0)\n"),
                decoded.out());
    }

    private static Distribution.Result run(String[] options, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of(command));
        return distribution.run(all.toArray(String[]::new));
    }

    /** A bare image with XSTATE_BV[40], SCRATCH's control word 1 and its first register 1234H. */
    private static Path image() throws IOException {
        byte[] bytes = new byte[896];
        bytes[24] = (byte) 0x80;
        bytes[25] = 0x1f;
        bytes[512 + 5] = 1;
        bytes[832] = 1;
        bytes[840] = 0x34;
        bytes[841] = 0x12;
        return Files.write(work.resolve("scratch.img"), bytes);
    }

    /** As Maven does, with the frozen jar's manifest in place of bnd. */
    private static void build(Path jar) throws IOException {
        Path classes = Files.createDirectories(work.resolve("template classes"));
        Path java = TEMPLATE.resolve("src/main/java");
        Path resources = TEMPLATE.resolve("src/main/resources");
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", distribution.api().toString()));
        files(java).forEach(file -> arguments.add(file.toString()));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null,
                arguments.toArray(String[]::new)));
        try (JarInputStream old = new JarInputStream(
                Files.newInputStream(frozen.resolve("scratch-plugin-1.0.0.jar")));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), old.getManifest())) {
            for (Path root : List.of(classes, resources)) {
                for (Path file : files(root)) {
                    out.putNextEntry(new JarEntry(root.relativize(file).toString()));
                    out.write(Files.readAllBytes(file));
                }
            }
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
