package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** {@code xstate edit}, and the picture that {@code xstate decode --svg} draws. */
class EditCommandTest {

    /** Where the NT_X86_XSTATE note of thread 329 lies, as readelf tells. */
    private static final int NOTE = 2224;

    @TempDir
    private Path folder;

    private Path core() throws IOException {
        return Files.copy(TestInputs.example("cores/six-threads.core"), folder.resolve("a.core"));
    }

    private static CommandRun run(int code, Object... words) {
        CommandRun run = CommandRun.of(List.of(words).stream().map(Object::toString).toArray(String[]::new));
        assertEquals(code, run.code(), run.out() + run.err());
        return run;
    }

    private static List<Integer> different(byte[] before, byte[] after) {
        List<Integer> offsets = new ArrayList<>();
        assertEquals(before.length, after.length);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i]) {
                offsets.add(i);
            }
        }
        return offsets;
    }

    @Test
    void onlyTheBytesOfTheFieldChangeInACore() throws IOException {
        Path core = core();
        byte[] before = Files.readAllBytes(core);
        String said = run(0, "edit", core, "--thread", 329, "--set", "mxcsr=0x1fbf").out();
        assertEquals(List.of(NOTE + 24), different(before, Files.readAllBytes(core)));
        assertTrue(said.contains("1 byte of thread 329 changed, the first at byte 2,248 of the file"), said);
        assertTrue(said.contains("SSE        mxcsr  1F80    1FBF"), said);
    }

    @Test
    void withAnOutputTheSourceStaysAsItIs() throws IOException {
        Path core = core();
        byte[] before = Files.readAllBytes(core);
        Path out = folder.resolve("out.core");
        run(0, "edit", core, "--thread", 329, "--bytes", "0x0=3703", "-o", out);
        assertArrayEquals(before, Files.readAllBytes(core));
        assertEquals(List.of(NOTE, NOTE + 1), different(before, Files.readAllBytes(out)));
    }

    @Test
    void aComponentIsMarkedUnmarkedAndMadeInitial() throws IOException {
        Path core = core();
        run(0, "edit", core, "--thread", 329, "--not-in-use", "AVX");
        assertEquals(3, Files.readAllBytes(core)[NOTE + 512]);
        run(0, "edit", core, "--thread", 329, "--in-use", 2);
        assertEquals(7, Files.readAllBytes(core)[NOTE + 512]);
        run(0, "edit", core, "--thread", 329, "--init", "avx");
        byte[] after = Files.readAllBytes(core);
        assertEquals(3, after[NOTE + 512]);
        for (int i = 576; i < 832; i++) {
            assertEquals(0, after[NOTE + i]);
        }
    }

    @Test
    void theKernelsDefectIsMendedByItsId() throws IOException {
        Path core = core();
        CommandRun lint = run(12, "lint", core, "--fail-on", "warning");
        assertTrue(lint.out().contains("linux-core-mxcsr-zero"), lint.out());
        run(0, "edit", core, "--thread", 333, "--fix", "linux-core-mxcsr-zero");
        assertTrue(run(0, "decode", core, "--thread", 333).out().contains("mxcsr 1F80"));
        run(64, "edit", core, "--thread", 333, "--fix", "linux-core-mxcsr-zero");
    }

    @Test
    void whatHasNoPlaceIsRefusedAndNothingIsWritten() throws IOException {
        Path core = core();
        byte[] before = Files.readAllBytes(core);
        CommandRun refused = run(12, "edit", core, "--thread", 329, "--in-use", "PKRU");
        assertTrue(refused.out().contains("REFUSED  nothing was written: the image has no place for PKRU"),
                refused.out());
        run(64, "edit", core, "--thread", 329);
        run(64, "edit", core, "--set", "mxcsr=0");
        run(64, "edit", core, "--thread", 329, "--set", "mxcsr=none");
        run(64, "edit", core, "--thread", 329, "--bytes", "0=1");
        run(64, "edit", core, "--thread", 329, "--bytes", "ff");
        run(66, "edit", folder.resolve("none"), "--set", "mxcsr=0");
        assertArrayEquals(before, Files.readAllBytes(core));
    }

    @Test
    void jsonTellsEveryByteWithItsPlaceInTheFile() throws IOException {
        Path core = core();
        var bytes = JsonParser
                .parseString(run(0, "edit", core, "--thread", 329, "--set", "fcw=0x37f", "--json").out())
                .getAsJsonObject().getAsJsonArray("bytes");
        assertEquals(1, bytes.size());
        var patch = bytes.get(0).getAsJsonObject();
        assertEquals(List.of(1, NOTE + 1),
                List.of(patch.get("offset").getAsInt(), patch.get("file_offset").getAsInt()));
        assertEquals(List.of("02", "03"),
                List.of(patch.get("before").getAsString(), patch.get("after").getAsString()));
    }

    @Test
    void changesAreWrittenAsTextAndMadeAgainElsewhere() throws IOException {
        Path core = core();
        Path patch = folder.resolve("changes");
        Path out = folder.resolve("out.core");
        run(0, "edit", core, "--thread", 329, "--set", "fcw=0x37f", "-o", out, "--save-patch", patch);
        assertEquals("xstate/patches/1\n8b1 02 03\n", Files.readString(patch));
        run(0, "edit", core, "--patch", patch);
        assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(core));
        assertTrue(run(12, "edit", core, "--patch", patch).out().contains("has not the bytes"));
        run(65, "edit", core, "--patch", core);
    }

    @Test
    void diffListsTheBytesThatDifferByWhatTheyBelongTo() throws IOException {
        Path core = core();
        run(0, "edit", core, "--thread", 329, "--set", "mxcsr=0x1fbf");
        String said = run(12, "diff", TestInputs.example("cores/six-threads.core"), core, "--thread-a", 329,
                "--thread-b", 329, "--bytes").out();
        assertTrue(said.contains("A thread 329  bytes that differ: 1\n     24 to    24  SSE mxcsr\n"), said);
    }

    @Test
    void theAreaIsDrawnWithItsStates() throws IOException {
        Path svg = folder.resolve("area.svg");
        run(0, "decode", core(), "--thread", 330, "--svg", svg);
        String text = Files.readString(svg);
        assertTrue(text.contains("init (XSTATE_BV[2] clear)"), text);
        run(64, "decode", folder.resolve("a.core"), "--svg", svg);
    }
}
