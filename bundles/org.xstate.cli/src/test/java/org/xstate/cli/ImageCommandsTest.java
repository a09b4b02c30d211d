package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** {@code lint}, {@code diff} and {@code convert} on the command line. */
class ImageCommandsTest {

    private static final String CORE = TestInputs.example("cores/six-threads.core").toString();

    @TempDir
    private Path folder;

    private static CommandRun run(int code, String... command) {
        CommandRun run = CommandRun.of(command);
        assertEquals(code, run.code(), run.out() + run.err());
        return run;
    }

    @Test
    void lintFailsFromTheSeverityOnThatIsAskedFor() {
        run(0, "lint", CORE);
        run(12, "lint", CORE, "--fail-on", "warning");
        run(0, "lint", CORE, "--fail-on", "never", "--cpu", "nehalem");
        run(12, "lint", CORE, "--xcr0", "3");
        run(64, "lint", CORE, "--xss", "3");
        run(64, "lint");
    }

    @Test
    void aBadInputGetsItsOwnLineAndDoesNotStopTheOthers() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad"), "no image");
        CommandRun run = run(65, "lint", "--json", bad.toString(), CORE);
        var lines = run.out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(JsonParser.parseString(lines.getFirst()).getAsJsonObject().has("error"));
        assertEquals(1, JsonParser.parseString(lines.getLast()).getAsJsonObject().get("warnings").getAsInt());
        run(66, "lint", CORE, "/none");
    }

    @Test
    void cpuidTextIsRecognisedAndPointedToLayout() throws IOException {
        Path text = Files.writeString(folder.resolve("cpuid.txt"), """
                CPU 0:
                   0x00000000 0x00: eax=0x0000000d ebx=0x756e6547 ecx=0x6c65746e edx=0x49656e69
                   0x0000000d 0x00: eax=0x00000007 ebx=0x00000340 ecx=0x00000340 edx=0x00000000
                   0x0000000d 0x01: eax=0x00000001 ebx=0x00000000 ecx=0x00000000 edx=0x00000000
                   0x0000000d 0x02: eax=0x00000100 ebx=0x00000240 ecx=0x00000000 edx=0x00000000
                """);
        assertTrue(run(65, "lint", text.toString()).err().contains("xstate layout --cpuid"));
    }

    @Test
    void sarifHoldsTheFindingsOfAllFiles() throws IOException {
        Path log = folder.resolve("log.sarif");
        run(0, "lint", CORE, CORE, "--sarif", log.toString());
        var results = JsonParser.parseString(Files.readString(log)).getAsJsonObject().getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject().getAsJsonArray("results");
        assertEquals(2, results.asList().stream().filter(result -> result.getAsJsonObject().get("ruleId")
                .getAsString().equals("linux-core-mxcsr-zero")).count());
    }

    @Test
    void threadsArePairedInOrder() {
        assertTrue(run(0, "diff", CORE, CORE).out().startsWith("IDENTICAL"));
        CommandRun run = run(12, "diff", CORE, CORE, "--thread-b", "0");
        assertTrue(run.out().contains("only in A"), run.out());
        run(12, "diff", CORE, CORE, "--thread-a", "0", "--thread-b", "1");
        run(0, "diff", CORE, CORE, "--thread-a", "0", "--thread-b", "1", "--fail-on", "never");
        run(66, "diff", CORE, "/none", "--json");
    }

    @Test
    void convertWritesTheDefectOnlyAwayWhenTold() throws IOException {
        Path kept = folder.resolve("kept");
        Path mended = folder.resolve("mended");
        // thread 2 of the example core is the one with the defect
        CommandRun first = run(0, "convert", CORE, "--thread", "2", "--to", "standard", "-o",
                kept.toString());
        assertTrue(first.out().contains("linux-core-mxcsr-zero"), first.out());
        assertEquals(0, Files.readAllBytes(kept)[25]);
        run(0, "convert", CORE, "--thread", "2", "--to", "standard", "--set", "mxcsr=0x1f80", "-o",
                mended.toString());
        assertEquals(0x1f, Files.readAllBytes(mended)[25]);
    }

    @Test
    void aRefusedConversionWritesNothing() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "before");
        run(12, "convert", CORE, "--thread", "0", "--to", "standard", "--cpu", "nehalem", "-o",
                out.toString());
        assertEquals("before", Files.readString(out));
        run(12, "convert", CORE, "--thread", "0", "--to", "standard", "--cpu", "nehalem", "--json", "-o",
                out.toString());
        run(64, "convert", CORE, "--thread", "0", "--set", "zmm99=1", "-o", out.toString());
        run(64, "convert", CORE, "-o", out.toString());
        run(64, "convert", CORE, "--thread", "0");
        run(64, "convert", CORE, "--thread", "0", "--drop", "nothing", "-o", out.toString());
        run(73, "convert", CORE, "--thread", "0", "-o", folder.resolve("no/such/folder").toString());
        assertEquals("before", Files.readString(out));
    }

    @Test
    void equalInputGivesEqualBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        for (Path out : new Path[]{one, two}) {
            run(0, "convert", CORE, "--thread", "0", "--to", "compacted", "--cpu", "zen3", "-o",
                    out.toString());
        }
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertFalse(run(0, "lint", one.toString(), "--cpu", "zen3").out().contains("error "));
    }
}
