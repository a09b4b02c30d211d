package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    private static final String API = "org.xstate.api;version=\"[1.0,2)\"";

    @TempDir
    static Path work;

    private static Distribution distribution;

    @BeforeAll
    static void unpack() throws Exception {
        distribution = Distribution.unpack(work);
    }

    @Test
    void itRunsFromAnotherFolderThroughALinkAndFromAPathWithABlank() throws Exception {
        Path link = Files.createSymbolicLink(work.resolve("link"), distribution.home().resolve("xstate"));
        Distribution.Result result = distribution.run(link, Path.of("/"), "--version");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("org.xstate.api 0.1.0"), result.out());
    }

    @Test
    void theFoldersThatAUserExpectsAreThere() throws IOException {
        try (var dropins = Files.list(distribution.home().resolve("dropins"))) {
            assertEquals(0, dropins.count(), "dropins is empty");
        }
        assertTrue(Files.readString(distribution.home().resolve("LICENSE"))
                .startsWith("Eclipse Public License - v 2.0"));
    }

    @Test
    void everyHostGivesTheSameBytes() throws Exception {
        for (String[] command : new String[][]{{"layout", "--cpu", "zen3", "--json"},
            {"layout", "--cpu", "zen3"},
            {"cpus"}}) {
            Distribution.Result plain = distribution.run(command);
            assertEquals(0, plain.exitCode(), plain.err());
            assertFalse(plain.out().isEmpty());
            assertEquals(plain.out(), onFramework("felix", command).out());
            assertEquals(plain.out(), onFramework("equinox", command).out());
        }
    }

    /** Verdicts, counterexamples, numbers of states: all but how long it took. */
    @Test
    void everyHostGivesTheSameVerdicts() throws Exception {
        String seed = distribution.home().resolve("examples/seed/begin-finish.c").toString();
        for (String[] command : new String[][]{{"check", "--json", "--threads", "1", seed},
            {"run", "--json", "--seed", "7", "--scenario", "as_posted", seed}}) {
            Distribution.Result plain = distribution.run(command);
            assertTrue(plain.out().startsWith("{\"schema\":\"xstate/" + command[0]), plain.err());
            for (String framework : new String[]{"felix", "equinox"}) {
                Distribution.Result other = onFramework(framework, command);
                assertEquals(plain.exitCode(), other.exitCode(), other.err());
                assertEquals(untimed(plain.out()), untimed(other.out()));
            }
        }
    }

    private static String untimed(String document) {
        return document.replaceAll("\"seconds\":[0-9.E-]+", "");
    }

    @Test
    void everyHostHasTheSameCatalog() throws Exception {
        String plain = distribution.run("features", "--json").out();
        assertTrue(plain.contains("PKRU"), plain);
        for (String framework : new String[]{"felix", "equinox"}) {
            String found = onFramework(framework, "features", "--json").out();
            assertTrue(found.contains("\"" + framework + "\""), found);
            assertEquals(plain.replace("\"none\"", ""), found.replace("\"" + framework + "\"", ""));
        }
    }

    @Test
    void aPluginIsUsedWhereverTheOptionStands() throws Exception {
        Path plugins = work.resolve("good plugins");
        PluginJar.write(plugins.resolve("example.jar"), "org.example.good", API, distribution);
        for (String[] command : new String[][]{{"--plugins", plugins.toString(), "features", "--json"},
            {"features", "--json", "--plugins=" + plugins}}) {
            Distribution.Result result = distribution.run(command);
            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("EXAMPLE") && result.out().contains("org.example.good"),
                    result.out());
        }
        assertNothingLeft();
    }

    @Test
    void aJarInDropinsIsUsedWithoutAnOption() throws Exception {
        Path jar = distribution.home().resolve("dropins/example.jar");
        PluginJar.write(jar, "org.example.good", API, distribution);
        Distribution.Result result = distribution.run("features", "--json");
        Files.delete(jar);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("EXAMPLE"), result.out());
        assertTrue(result.out().contains("\"felix\""), result.out());
    }

    @Test
    void aBrokenPluginIsNamedAndTheOthersWork() throws Exception {
        Path plugins = work.resolve("mixed plugins");
        PluginJar.write(plugins.resolve("a-broken.jar"), "org.example.broken", API + ",org.example.missing",
                distribution);
        PluginJar.write(plugins.resolve("b-good.jar"), "org.example.good", API, distribution);
        Files.writeString(plugins.resolve("c-garbage.jar"), "not a jar");
        for (String framework : new String[]{"felix", "equinox"}) {
            Distribution.Result result = onFramework(framework, "features", "--json", "--plugins",
                    plugins.toString());
            assertEquals(71, result.exitCode(), result.err());
            assertTrue(result.out().contains("EXAMPLE"), result.out());
            assertTrue(result.out().contains("org.example.broken"), result.out());
            assertTrue(result.out().contains("package org.example.missing"), result.out());
            assertTrue(result.out().contains("c-garbage.jar"), result.out());
        }
    }

    @Test
    void aFolderOfPluginsThatIsMissingIsSaid() throws Exception {
        Distribution.Result result = distribution.run("features", "--plugins",
                work.resolve("nowhere").toString());
        assertEquals(66, result.exitCode());
        assertTrue(result.err().contains("nowhere"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void aFrameworkThatIsNotKnownIsAUsageError() throws Exception {
        Distribution.Result result = distribution.run("--framework", "knopflerfish", "features");
        assertEquals(64, result.exitCode());
        assertTrue(result.err().contains("felix"), result.err());
    }

    @Test
    void aCacheThatIsNoneCostsNothingButTime() throws Exception {
        assertEquals(0, distribution.run("--version").exitCode());
        List<Path> caches;
        try (Stream<Path> files = Files.list(distribution.home().resolve(".xstate"))) {
            caches = files.filter(file -> file.toString().endsWith("-plain.aot")).toList();
        }
        Path cache = caches.getFirst();
        Path kept = Files.move(cache, work.resolve("kept.aot"));
        Files.writeString(cache, "spoilt");
        Distribution.Result result = distribution.run("--version");
        Files.move(kept, cache, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(0, result.exitCode(), result.err());
        assertEquals("", result.err());
        assertTrue(result.out().contains("org.xstate.api"), result.out());
    }

    @Test
    void aReaderThatEndsEarlyIsNoError() throws Exception {
        Path core = distribution.home().resolve("examples/cores/six-threads.core");
        Distribution.Result result = distribution.start(work, List.of("sh", "-c",
                "\"$0\" --version >/dev/null 2>&1; \"$0\" decode --all \"$1\" | head -n 1",
                distribution.script().toString(), core.toString())).await();
        assertEquals(0, result.exitCode());
        assertEquals("", result.err());
        assertEquals(1, result.out().lines().count());
    }

    @Test
    void anInterruptEndsTheCommandAndLeavesNothing() throws Exception {
        // a shell in the background would have the command ignore the signal
        Distribution.Running running = distribution.start(work, List.of("env", "--default-signal=INT",
                distribution.script().toString(), "--framework", "felix", "decode", "-"));
        // far more than a pipe holds: once it is written, the command is reading, and the framework runs
        running.write(new byte[1 << 20]);
        running.signal("INT");
        assertEquals(130, running.await().exitCode());
        assertNothingLeft();
    }

    private static Distribution.Result onFramework(String framework, String... command)
            throws IOException, InterruptedException {
        String[] all = new String[command.length + 2];
        all[0] = "--framework";
        all[1] = framework;
        System.arraycopy(command, 0, all, 2, command.length);
        return distribution.run(all);
    }

    private static void assertNothingLeft() throws IOException {
        try (var left = Files.list(distribution.temporary())) {
            assertEquals(0, left.count(), "files left in the temporary folder");
        }
    }
}
