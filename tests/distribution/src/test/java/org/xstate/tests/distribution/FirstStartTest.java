package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start of an installation, and what it is made of. */
class FirstStartTest {

    @TempDir
    static Path work;

    private static Distribution distribution;

    /** As where an installation is read-only, also for root: its folder for caches cannot be made. */
    @BeforeAll
    static void unpack() throws Exception {
        distribution = Distribution.unpack(work);
        Files.writeString(distribution.home().resolve(".xstate"), "");
    }

    @Test
    void twoFirstStartsAtOnceWorkAndShareACacheOutsideAReadOnlyInstallation() throws Exception {
        List<String> command = List.of(distribution.script().toString(), "layout", "--cpu", "zen3");
        Distribution.Running one = distribution.start(work, command);
        Distribution.Running two = distribution.start(work, command);
        Distribution.Result first = one.await();
        Distribution.Result second = two.await();
        assertEquals(0, first.exitCode(), first.err());
        assertEquals(0, second.exitCode(), second.err());
        assertEquals(first.out(), second.out());
        assertEquals(List.of("aot"), cached(), "a cache, and neither locks nor parts of caches");
        Distribution.Result third = distribution.run("layout", "--cpu", "zen3");
        assertEquals(first.out(), third.out());
        assertEquals("", third.err(), "the cache is made once");
    }

    /** The endings of the names of all files in the user's folder for caches. */
    private static List<String> cached() throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("cache"))) {
            return files.filter(Files::isRegularFile).map(file -> file.toString().replaceAll(".*\\.", ""))
                    .toList();
        }
    }

    @Test
    void theProgramIsTheSameBytesWheneverItIsAssembled() throws Exception {
        Path again = work.resolve("again/xstate.jar");
        Path assemble = Path.of(System.getProperty("xstate.root"),
                "features/headless/src/build/ProgramJar.java");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                assemble.toString(), distribution.home().resolve("plugins").toString(), again.toString())
                .inheritIO().start();
        assertEquals(0, process.waitFor());
        assertArrayEquals(Files.readAllBytes(distribution.home().resolve("lib/xstate.jar")),
                Files.readAllBytes(again));
    }
}
