package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code xstate designs --search}, on a model small enough to be judged by hand. */
class DesignSearchTest {

    /** Wrong are: jumps of 3 from 0 (they miss 4), of 2 from 1, and anything that is not checked. */
    private static final String MODEL = """
            knob_range(jump, 1, 3, 2);
            knob_flag(checked, false);
            knob(entry, ENTRY_ZERO, ENTRY_ONE);
            range(0, 9) x;
            range(0, 9) register_write;
            setup(start) { if (entry == ENTRY_ONE) x = 1; }
            rule(go)
            {
            	assume(x < 4);
            	x = x + jump;
            	register_write += 1;
            }
            property(four, "x does not pass four unchecked") { return x <= 4 || checked; }
            """;

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("jumps.c"), MODEL).toString();
    }

    private CommandRun search(String... more) {
        String[] all = new String[3 + more.length];
        all[0] = "designs";
        all[1] = "--search";
        all[2] = file;
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandRun.of(all);
    }

    @Test
    void theReportTellsWhatIsRightWhatIsNecessaryAndWhatToChange() {
        CommandRun run = search();
        assertEquals(0, run.code(), run.err());
        // unchecked, only a jump of 1 is right from both beginnings
        assertTrue(run.out().startsWith("4 of 6 combinations are right"), run.out());
        assertTrue(run.out().contains("2  wrong by four"), run.out());
        assertTrue(run.out().contains("right after 1 changes, no fewer:\n  checked=true\n")
                || run.out().contains("right after 1 changes, no fewer:\n  jump=1\n"), run.out());
        assertTrue(run.out().contains("The posted combination violates four after 2 steps (jumps ONE)"),
                run.out());
        // with 3 at a time two writes are enough from 0, and one from 1
        assertTrue(run.out().contains("2 register write"), run.out());
    }

    @Test
    void oneCombinationIsToldAsACounterexample() {
        CommandRun run = search("--counterexample", "jump=3");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .contains("--scenario jumps --set jump=3 --set checked=false --set entry=ENTRY_ZERO"),
                run.out());
        assertTrue(run.out().contains("VIOLATED   four"), run.out());
        assertTrue(search("--counterexample", "checked=true").out()
                .startsWith("nothing is wrong with checked=true"));
    }

    @Test
    void tracesOfAllWrongNeighboursAreWritten() throws IOException {
        Path traces = Files.createDirectory(folder.resolve("traces"));
        CommandRun run = search("--traces", traces.toString());
        assertEquals(0, run.code(), run.err());
        try (var files = Files.list(traces)) {
            List<String> names = files.map(one -> one.getFileName().toString()).sorted().toList();
            assertEquals(List.of("0001-four.txt", "0002-four.txt"), names);
        }
        assertTrue(Files.readString(traces.resolve("0002-four.txt"))
                .contains("--set jump=3 --set checked=false"));
    }

    @Test
    void aResumedSearchPrintsTheSame() throws IOException {
        String kept = folder.resolve("kept").toString();
        String whole = search("--json", "--checkpoint", kept).out();
        assertEquals(whole, search("--json", "--checkpoint", kept, "--resume").out());
        List<String> lines = Files.readAllLines(Path.of(kept));
        Files.write(Path.of(kept), lines.subList(0, 2));
        assertEquals(whole, search("--json", "--checkpoint", kept, "--resume").out());
    }

    @Test
    void whatCannotBeSearchedIsRefusedInOneSentence() {
        assertEquals(ExitCode.USAGE, search("--resume").code());
        assertEquals(ExitCode.USAGE, CommandRun.of("designs", "--knobs", "save").code());
        assertEquals(ExitCode.USAGE, search("--weights", "full=cheap").code());
        assertEquals(ExitCode.INPUT_MISSING, CommandRun.of("designs", "--search", "/none.c").code());
        CommandRun run = search("--knobs", "jumb");
        assertEquals(ExitCode.BAD_INPUT, run.code());
        assertTrue(run.err().contains("declares no knob 'jumb'"), run.err());
        assertEquals(ExitCode.BAD_INPUT, search("--counterexample", "jump=9").code());
    }
}
