package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code museum} prints and with which code it ends. */
class MuseumCommandTest {

    private static final String MUSEUM = TestInputs.example("museum").toString();

    private static final String ENTRY = """
            /*
             * X1: a counter is read and written, and not added to
             *
             * Two programs count; one of the two is lost.
             *
             * Fix: none 6.0
             * Since: 5.0
             * CVE: CVE-2099-0001
             */
            knob_flag(adds_at_once, true);
            range(0, 2) counted;
            range(0, 2) ended;
            range(0, 2) seen[2];
            bool reading[2];
            rule(count) { assume(adds_at_once && ended < 2); counted += 1; ended += 1; }
            rule(read) { int i = choose(0, 1); assume(!adds_at_once && !reading[i] && ended + reading[1 - i] < 2);
            	seen[i] = counted; reading[i] = true; }
            rule(write) { int i = choose(0, 1); assume(reading[i]); counted = seen[i] + 1; reading[i] = false;
            	ended += 1; }
            property(all_are_counted, "whoever has ended was counted") { return ended <= counted; }
            scenario(fixed) { kernel("6.0"); }
            scenario(broken) { like(fixed); set(adds_at_once, false); expect_violation("all_are_counted"); }
            """;

    @Test
    void theCatalogueFitsATerminal() {
        CommandRun run = CommandRun.of("museum", MUSEUM);
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches("M14 +5\\.13 +CVE-2021-47227 +the header of .*")),
                run.out());
        lines.stream().limit(lines.size() - 1).forEach(line -> assertTrue(line.length() <= 100, line));
        assertEquals("", run.err());
    }

    @Test
    void anEntryIsToldAndRun() {
        CommandRun run = CommandRun.of("museum", MUSEUM, "m25");
        assertEquals(ExitCode.CLEAN, run.code(), run.err());
        assertTrue(run.out().startsWith("M25  sigreturn of a 32-bit program clears MXCSR\n"), run.out());
        assertTrue(
                run.out().contains("fixed by   b2381acd3fd9, 5.15: x86/fpu: Mask out the invalid MXCSR bits"),
                run.out());
        assertTrue(
                run.out().lines()
                        .anyMatch(line -> line.matches("  fixed +5\\.15 +holds +\\d+ +with the fix")),
                run.out());
        assertTrue(run.out().lines().anyMatch(
                line -> line.matches(
                        "  broken +5\\.15 +violates update_is_kept +\\d+ +mxcsr_mask_is_right = false")),
                run.out());
        assertTrue(run.out().contains("VIOLATED   update_is_kept"), run.out());
        assertTrue(run.out().contains("write_part(__raw_xsave_addr(xsave, XFEATURE_SSE)"), run.out());
    }

    @Test
    void aFolderOfOnesOwnIsAMuseum(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.c"), ENTRY);
        CommandRun list = CommandRun.of("museum", folder.toString());
        assertEquals(ExitCode.CLEAN, list.code(), list.err());
        assertTrue(list.out().contains("X1  6.0    CVE-2099-0001  a counter is read and written"),
                list.out());
        assertTrue(list.out().contains("1 entry in "), list.out());
        CommandRun shown = CommandRun.of("museum", folder.toString(), "X1");
        assertEquals(ExitCode.CLEAN, shown.code(), shown.out() + shown.err());
        assertTrue(shown.out().contains("fixed by   no commit is known, 6.0"), shown.out());
        assertTrue(shown.out().contains("VIOLATED   all_are_counted"), shown.out());
    }

    @Test
    void aFormThatIsNotAsItExpectsEndsWithEleven(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.c"), ENTRY.replace("adds_at_once, false", "adds_at_once, true"));
        CommandRun run = CommandRun.of("museum", folder.toString(), "X1");
        assertEquals(ExitCode.UNEXPECTED, run.code(), run.out());
        assertTrue(run.out().contains("holds, expected all_are_counted"), run.out());
    }

    @Test
    void aFileThatIsNoEntryIsSaidToBeNone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.c"), ENTRY);
        Files.writeString(folder.resolve("y.c"), "/*\n * Y1: no fix\n *\n * A story.\n */\ntask(A) { }\n");
        CommandRun run = CommandRun.of("museum", folder.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.out().contains("X1 "), run.out());
        assertTrue(run.err().contains("y.c:2: no entry of a museum: there is no line 'Fix: COMMIT"),
                run.err());
    }

    @Test
    void whatIsNotThereIsSaidNotToBeThere(@TempDir Path folder) {
        CommandRun id = CommandRun.of("museum", MUSEUM, "M144");
        assertEquals(ExitCode.USAGE, id.code());
        assertEquals("xstate: museum: there is no entry 'M144'; did you mean 'M14'?\n", id.err());
        assertEquals(ExitCode.INPUT_MISSING, CommandRun.of("museum", folder + "/none").code());
        assertEquals(ExitCode.BAD_INPUT, CommandRun.of("museum", folder.toString()).code());
    }

    @Test
    void aModelWithErrorsIsShownWithThem(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.c"), ENTRY.replace("return ended", "return endet"));
        CommandRun run = CommandRun.of("museum", folder.toString(), "X1");
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("no such name 'endet'"), run.err());
    }
}
