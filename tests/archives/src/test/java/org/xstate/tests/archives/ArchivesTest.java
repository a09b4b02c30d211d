package org.xstate.tests.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the three archives hold. */
class ArchivesTest {

    @TempDir
    Path work;

    @ParameterizedTest
    @EnumSource
    void everyBundleFindsWhatItNeedsOnItsPlatform(Archive archive) throws Exception {
        Path plugins = archive.unpack(work.resolve("unpacked")).resolve("workbench/plugins");
        assertEquals(List.of(), Resolved.missing(plugins, archive.environment(), work.resolve("storage")));
    }

    @ParameterizedTest
    @EnumSource
    void theListThatStartsTheProductNamesEveryBundleOfTheFolder(Archive archive) throws Exception {
        Path product = archive.unpack(work.resolve("unpacked")).resolve("workbench");
        String list = Files.readString(product.resolve("configuration/config.ini"));
        Set<String> named = java.util.regex.Pattern.compile("[^/,@\\\\]+\\.jar").matcher(list).results()
                .map(java.util.regex.MatchResult::group).collect(Collectors.toSet());
        Set<String> there = jars(product.resolve("plugins")).map(jar -> jar.getFileName().toString())
                // started by the script, not by the framework
                .filter(name -> !name.startsWith("org.eclipse.equinox.launcher-"))
                .collect(Collectors.toSet());
        assertEquals(there, named);
    }

    @ParameterizedTest
    @EnumSource
    void thereIsAWordOnTheLicenceOfEveryBundleOfOthers(Archive archive) throws Exception {
        Path root = archive.unpack(work.resolve("unpacked"));
        String list = Files.readString(root.resolve("THIRD-PARTY.txt"));
        List<String> unnamed = jars(root.resolve("workbench/plugins"))
                .map(jar -> jar.getFileName().toString())
                .filter(name -> !name.startsWith("org.xstate.") && !name.contains("-p2stub-"))
                .filter(name -> !list.contains("\n" + name + " ")).toList();
        assertEquals(List.of(), unnamed);
        for (String text : list.lines().filter(line -> line.contains(" licenses/"))
                .map(line -> line.substring(line.indexOf("licenses/"))).toList()) {
            assertTrue(Files.size(root.resolve(text)) > 1000, text);
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalBuildsGiveEqualTimes(Archive archive) throws Exception {
        assertEquals(Set.of("2026-01-01"), Set.copyOf(archive.times().values()));
    }

    @ParameterizedTest
    @EnumSource
    void documentsExamplesAndAPlaceForPluginsAreInside(Archive archive) throws Exception {
        Path root = archive.unpack(work.resolve("unpacked"));
        for (String file : List.of("LICENSE", "README.md", "docs/cli.md", "examples/seed/begin-finish.c",
                "examples/cores", "dropins")) {
            assertTrue(Files.exists(root.resolve(file)), file);
        }
        assertFalse(Files.exists(root.resolve("examples/plugin-template/target")), "what a build left");
    }

    @Test
    void windowsHasItsFragmentsAndNoOthers() throws Exception {
        assertEquals(Set.of("org.eclipse.swt.win32.win32.x86_64", "org.eclipse.e4.ui.swt.win32",
                "org.eclipse.ui.win32"), fragments(Archive.WINDOWS));
    }

    @Test
    void macosHasItsFragmentsAndNoOthers() throws Exception {
        assertEquals(Set.of("org.eclipse.swt.cocoa.macosx.aarch64", "org.eclipse.ui.cocoa",
                "org.eclipse.e4.ui.workbench.renderers.swt.cocoa"), fragments(Archive.MACOS));
    }

    @Test
    void linuxHasItsFragmentsAndNoOthers() throws Exception {
        assertEquals(Set.of("org.eclipse.swt.gtk.linux.x86_64", "org.eclipse.e4.ui.swt.gtk"),
                fragments(Archive.LINUX));
    }

    @Test
    void windowsIsStartedByAScriptWithItsLineEndsAndTheOthersByOneThatMayBeExecuted() throws Exception {
        Path windows = Archive.WINDOWS.unpack(work.resolve("windows"));
        String script = Files.readString(windows.resolve("xstate-workbench.cmd"));
        assertTrue(script.lines().count() > 10
                && script.replace("\r\n", "").indexOf('\n') < 0, "lines of it end without a carriage return");
        for (Archive archive : List.of(Archive.LINUX, Archive.MACOS)) {
            Path root = archive.unpack(work.resolve(archive.name()));
            assertTrue(Files.isExecutable(root.resolve("xstate-workbench")), archive.name());
            assertTrue(Files.isExecutable(root.resolve("xstate")), archive.name());
        }
    }

    /** Symbolic names, without their directives, of what is for some platform only. */
    private Set<String> fragments(Archive archive) throws Exception {
        Path plugins = archive.unpack(work.resolve("unpacked")).resolve("workbench/plugins");
        return jars(plugins)
                .filter(jar -> header(jar, "Eclipse-PlatformFilter").filter(it -> it.contains("osgi."))
                        .isPresent())
                .map(jar -> header(jar, "Bundle-SymbolicName").orElseThrow().split(";")[0].strip())
                .collect(Collectors.toSet());
    }

    private static Optional<String> header(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Optional.ofNullable(file.getManifest().getMainAttributes().getValue(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        }
    }
}
