package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCommandTest {

    private static String kind(Path file) {
        CommandRun run = CommandRun.of("file", "--json", file.toString());
        assertEquals(0, run.code(), run.err());
        return run.out().replaceAll("(?s).*\"kind\":\\s*\"(\\w+)\",\\s*\"about\":\\s*\"([^\"]*)\".*", "$1 $2")
                .strip();
    }

    @Test
    void everyExampleIsKnownByItsContent(@TempDir Path folder) throws IOException {
        assertEquals("image core", kind(TestInputs.example("cores/six-threads.core")));
        assertEquals("image recording", kind(TestInputs.example("frames/sigframes64.bin")));
        assertEquals("image kvm", kind(TestInputs.example("kvm/guest-xsave.bin")));
        assertEquals("cpuid cpuid -r", kind(TestInputs.example("cpuid/sizes-zeroed.txt")));
        assertEquals("model", kind(TestInputs.example("scenarios/pkru-init.c")));
        assertEquals("text", kind(TestInputs.example("README.md")));
    }

    @Test
    void aNameThatSaysOtherwiseDoesNotHideACore(@TempDir Path folder) throws IOException {
        Path named = Files.copy(TestInputs.example("cores/six-threads.core"), folder.resolve("notes.c"));
        assertEquals("image core", kind(named));
    }

    @Test
    void aSavedTraceIsOne(@TempDir Path folder) {
        Path trace = folder.resolve("a.trace");
        CommandRun.of("check", TestInputs.example("seed/begin-finish.c").toString(), "--save-trace",
                trace.toString());
        assertTrue(kind(trace).startsWith("trace "), kind(trace));
    }

    @Test
    void bytesThatNobodyKnowsAreSaidToBeUnknown(@TempDir Path folder) throws IOException {
        assertEquals("other", kind(Files.write(folder.resolve("x"), new byte[]{0, 1, 2, 3})));
        assertEquals("other", kind(Files.write(folder.resolve("empty"), new byte[0])));
    }

    @Test
    void theScenariosOfAFileAreItsParts() {
        CommandRun run = CommandRun.of("file", TestInputs.example("scenarios/pkru-init.c").toString());
        assertTrue(run.out().contains("pkru_zero_5_14, pkru_zero_5_12_not_tracked"), run.out());
    }

    @Test
    void aFileThatIsMissingIsSaidAndTheOthersAreShown() {
        CommandRun run = CommandRun.of("file", "no-such-file",
                TestInputs.example("cores/six-threads.core").toString());
        assertEquals(ExitCode.INPUT_MISSING, run.code());
        assertTrue(run.out().contains("XSAVE images, core"), run.out());
    }

    @Test
    void aDumpOfAKnownCpuIsLaidOutAsTheCpuItself(@TempDir Path folder) throws IOException {
        Path dump = Files.writeString(folder.resolve("dump.txt"),
                CommandRun.of("cpus", "dump", "zen4").out());
        assertEquals("cpuid cpuid -r", kind(dump));
        String known = CommandRun.of("layout", "--cpu", "zen4").out();
        String read = CommandRun.of("layout", "--cpuid", dump.toString()).out();
        assertEquals(known.lines().skip(1).toList(), read.lines().skip(1).toList());
    }
}
