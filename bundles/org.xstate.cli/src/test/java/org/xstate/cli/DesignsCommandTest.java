package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class DesignsCommandTest {

    /** Leaves everything as it is. */
    private static final String IDLE = """
            #include "harness.h"
            #include "own.h"

            void update_component(struct task_struct *tsk, enum xfeature f, token_t value)
            {
            	do_nothing();
            }
            """;

    @TempDir
    private Path folder;

    private Path own() throws IOException {
        Files.writeString(folder.resolve("own.h"),
                "void do_nothing(void)\n{\n\tfpregs_lock();\n\tfpregs_unlock();\n}\n");
        return Files.writeString(folder.resolve("idle.c"), IDLE);
    }

    @Test
    void aDesignOfOnesOwnIsJudgedWithWhatItIncludes() throws IOException {
        CommandRun run = CommandRun.of("designs", "--design", own().toString(), "--json");
        assertEquals(0, run.code(), run.err());
        JsonArray rows = JsonParser.parseString(run.out()).getAsJsonObject().getAsJsonArray("rows");
        assertEquals(40, rows.size());
        JsonObject first = rows.get(0).getAsJsonObject();
        assertEquals("idle L1 ret lost ok none", first.get("design").getAsString() + " "
                + first.get("entry").getAsString() + " " + first.get("continuation").getAsString() + " "
                + first.get("updated").getAsString() + " " + first.get("bystander").getAsString() + " "
                + first.get("shown").getAsString());
        assertTrue(first.get("reason").isJsonNull());
    }

    @Test
    void equalInputGivesEqualBytesForAnyNumberOfThreads() {
        String one = CommandRun.of("designs", "--design", "3", "--design", "2c", "--json", "--threads", "1")
                .out();
        assertEquals(one, CommandRun
                .of("designs", "--design", "3", "--design", "2c", "--json", "--threads", "2").out());
    }

    @Test
    void theMatrixFitsATerminalAndEndsWithTheNextCommand() {
        CommandRun run = CommandRun.of("designs", "--design", "1a", "--design", "2a-stale-equal");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().lines().allMatch(line -> line.codePointCount(0, line.length()) <= 100),
                run.out());
        assertTrue(
                run.out().startsWith("DESIGNS    0 of 2 designs are right in every case that they serve\n"),
                run.out());
        assertTrue(run.out().contains("\nwhy: xstate designs --explain 1a L1 ret\n"), run.out());
    }

    @Test
    void anExplanationEndsWhereTheTargetFindsTheWrongValue() {
        CommandRun run = CommandRun.of("designs", "--explain", "1a", "L1", "ret");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("CELL       1a in L1 with ret: "), run.out());
        assertTrue(run.out().contains("VIOLATED   update_arrives: "), run.out());
        assertTrue(run.out().contains("owner and last_cpu agree: the registers count as valid"), run.out());
        assertTrue(run.out().contains("AVX is V1, expected V2."), run.out());
    }

    @Test
    void aCellCanBeKeptAsAScenarioThatCheckUnderstands() throws IOException {
        Path file = folder.resolve("cell.c");
        CommandRun run = CommandRun.of("designs", "--explain", "1b", "L1", "ret", "--save-scenario",
                file.toString());
        assertEquals(0, run.code(), run.err());
        CommandRun check = CommandRun.of("check", file.toString());
        assertEquals(ExitCode.VIOLATED, check.code(), check.out());
        assertTrue(check.out().startsWith("VIOLATED   bystander_survives: "), check.out());
    }

    @Test
    void aCaseThatIsNotServedIsSaidSo() {
        CommandRun run = CommandRun.of("designs", "--explain", "3", "S1", "ret");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("not served: the call comes straight from user mode"), run.out());
    }

    @Test
    void wrongNamesAreAnsweredWithTheRightOnes() {
        assertUsage("did you mean '1c'?", "--design", "1cc");
        assertUsage("there is L1, L1s, L0, ", "--explain", "3", "L9", "ret");
        assertUsage("there is ret, kf, sw, swk", "--explain", "3", "L1", "later");
        assertUsage("there is no component 'AVY'", "--updated", "AVY");
        assertUsage("are both AVX", "--bystander", "AVX");
        assertUsage("--save-scenario goes with --explain", "--save-scenario", "x.c");
        assertUsage("the matrix has every value of it", "--set", "entry=ENTRY_L1");
    }

    private static void assertUsage(String expected, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "designs";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandRun run = CommandRun.of(all);
        assertEquals(ExitCode.USAGE, run.code(), run.out());
        assertTrue(run.err().replaceAll("\\s+", " ").contains(expected), run.err());
    }

    @Test
    void errorsOfATextAreShownOnceAndExitWith65() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.c"), IDLE.replace("\"own.h\"", "\"none.h\""));
        CommandRun run = CommandRun.of("designs", "--design", file.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("no such file 'none.h'"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertEquals("", run.out());
    }
}
