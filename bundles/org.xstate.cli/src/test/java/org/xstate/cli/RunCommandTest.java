package org.xstate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {

    private static final String LOCK = """
            bool locked;
            range(0, 3) waiting;

            rule(arrive)
            {
            	range(0, 3) people = choose(1, 2);

            	assume(waiting + people <= 3);
            	waiting += people;
            }

            rule(lock)
            {
            	assume(!locked && waiting > 0);
            	locked = true;
            	waiting -= 1;
            }

            property(calm, "at most two wait while it is locked") { return !locked || waiting < 3; }
            """;

    @TempDir
    private Path folder;

    private String model(String text) throws IOException {
        return Files.writeString(folder.resolve("lock.c"), text).toString();
    }

    @Test
    void withoutStepsItSaysWhichArePossible() throws IOException {
        CommandRun run = CommandRun.of("run", model(LOCK));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("STOPPED "), run.out());
        assertTrue(run.out().contains("arrive  "), run.out());
        assertTrue(run.out().contains("arrive:1  "), run.out());
    }

    @Test
    void aScheduleIsTakenStepByStep() throws IOException {
        CommandRun run = CommandRun.of("run", model(LOCK), "--schedule", "arrive:1, lock arrive");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("   1  lock.c:4   arrive(people = 2)  waiting 0 → 2\n"), run.out());
        assertTrue(run.out().contains("   2  lock.c:12  lock                locked 0 → 1   waiting 2 → 1\n"),
                run.out());
        assertTrue(run.out().contains("   3  lock.c:4   arrive(people = 1)  waiting 1 → 2\n"), run.out());
    }

    @Test
    void aStarTakesAStepAsLongAsItIsPossibleAndStopsAtAViolation() throws IOException {
        CommandRun run = CommandRun.of("run", model(LOCK), "--schedule", "arrive lock arrive*");
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertTrue(run.out().contains("5 steps"), run.out());
        assertTrue(run.out().contains("waiting 2 → 3   ◀ violated here"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "arrive unlock", "arrive:7", "arrive lock*2", "9", "arrive:x"})
    void aStepThatIsNotPossibleIsRefusedWithThoseThatAre(String schedule) throws IOException {
        CommandRun run = CommandRun.of("run", model(LOCK), "--schedule", schedule);
        assertEquals(ExitCode.USAGE, run.code(), run.out());
        assertTrue(run.err().contains("possible is") || run.err().contains("is no move"), run.err());
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherOneAnother() throws IOException {
        String file = model(LOCK.replace("waiting < 3", "waiting < 4"));
        String[] seeds = {"1", "2", "3", "4", "5", "6"};
        java.util.Set<String> runs = new java.util.TreeSet<>();
        for (String seed : seeds) {
            String run = CommandRun.of("run", file, "--seed", seed, "--steps", "4").out();
            assertEquals(run, CommandRun.of("run", file, "--seed", seed, "--steps", "4").out());
            runs.add(run.replace("seed " + seed, ""));
        }
        assertNotEquals(1, runs.size(), "six seeds, one run");
    }

    @Test
    void aSavedCounterexampleIsReplayedToTheSameEnd() throws IOException {
        String file = model(LOCK);
        String trace = folder.resolve("out.xtrace").toString();
        CommandRun check = CommandRun.of("check", file, "--save-trace", trace);
        assertEquals(ExitCode.VIOLATED, check.code(), check.err());
        CommandRun run = CommandRun.of("run", "--trace", trace);
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertEquals(table(check.out()), table(run.out()));
    }

    private static java.util.List<String> table(String out) {
        return out.lines().filter(line -> line.matches(" +[0-9]+  .*lock\\.c:.*")).toList();
    }

    @Test
    void aTraceOfASequentialScenarioIsReplayedToo() {
        String trace = folder.resolve("out.xtrace").toString();
        String file = TestInputs.example("seed/begin-finish.c").toString();
        CommandRun.of("check", file, "--scenario", "as_posted", "--save-trace", trace);
        CommandRun run = CommandRun.of("run", "--trace", trace);
        assertEquals(ExitCode.VIOLATED, run.code(), run.err());
        assertTrue(run.out().contains("A: PASID is V1 on CPU0, expected V2."), run.out());
    }

    @Test
    void aCounterexampleAndItsReplayGiveTheSameSelftest() throws IOException {
        String trace = folder.resolve("out.xtrace").toString();
        Path checked = folder.resolve("checked.c");
        Path replayed = folder.resolve("replayed.c");
        String file = TestInputs.example("seed/begin-finish.c").toString();
        CommandRun.of("check", file, "--scenario", "as_posted", "--save-trace", trace, "--save-selftest",
                checked.toString());
        assertEquals(ExitCode.VIOLATED,
                CommandRun.of("run", "--trace", trace, "--save-selftest", replayed.toString()).code());
        String text = Files.readString(checked);
        assertTrue(text.contains("load(&AVX_V1);") && text.contains("provoke("), text);
        assertEquals(text, Files.readString(replayed));
    }

    @Test
    void aModelInRuleFormHasNoSelftest() throws IOException {
        Path out = folder.resolve("out.c");
        CommandRun run = CommandRun.of("run", model(LOCK), "--schedule", "arrive", "--save-selftest",
                out.toString());
        assertEquals(ExitCode.USAGE, run.code(), run.out());
        assertTrue(run.err().contains("user tasks"), run.err());
        assertTrue(Files.notExists(out));
    }

    @Test
    void aTraceThatNoLongerFitsTheModelIsRefusedWithTheStep() throws IOException {
        String trace = folder.resolve("out.xtrace").toString();
        CommandRun.of("check", model(LOCK), "--save-trace", trace);
        model(LOCK.replace("waiting > 0", "waiting > 2"));
        CommandRun run = CommandRun.of("run", "--trace", trace);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("the model has changed since the trace was made"), run.err());
        assertTrue(run.err().contains("lock is not possible"), run.err());
    }

    @Test
    void aTraceWhoseSettingsTheModelNoLongerHasSaysSo() throws IOException {
        String trace = folder.resolve("out.xtrace").toString();
        CommandRun.of("check", model("knob_flag(old, true);\n" + LOCK), "--save-trace", trace);
        model(LOCK);
        CommandRun run = CommandRun.of("run", "--trace", trace);
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.out());
        assertTrue(run.err().contains("errors with the settings of the trace"), run.err());
    }

    @Test
    void aTraceFitsAModelInWhichOnlyACommentHasChanged() throws IOException {
        String trace = folder.resolve("out.xtrace").toString();
        CommandRun.of("check", model(LOCK), "--save-trace", trace);
        model("/* a comment */\n" + LOCK);
        assertEquals(ExitCode.VIOLATED, CommandRun.of("run", "--trace", trace).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "not json", "{\"format\":\"xstate/trace/2\"}",
        "{\"format\":\"xstate/trace/1\",\"model\":3}",
        "{\"format\":\"xstate/trace/1\",\"knobs\":[],\"steps\":[]}",
        "{\"format\":\"xstate/trace/1\",\"knobs\":{},\"steps\":[{}]}",
        "{\"format\":\"xstate/trace/1\",\"knobs\":{},\"steps\":[],\"initial_state\":-1}"})
    void whatIsNoTraceIsSaidToBeNone(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("out.xtrace"), content);
        CommandRun run = CommandRun.of("run", "--trace", file.toString());
        assertEquals(ExitCode.BAD_INPUT, run.code(), run.err());
        assertTrue(run.err().contains("this is no trace"), run.err());
    }

    @Test
    void whatContradictsItselfIsAUsageError() throws IOException {
        String file = model(LOCK);
        assertEquals(ExitCode.USAGE, CommandRun.of("run").code());
        assertEquals(ExitCode.USAGE, CommandRun.of("run", file, file).code());
        assertEquals(ExitCode.USAGE, CommandRun.of("run", file, "--seed", "1", "--schedule", "lock").code());
        assertEquals(ExitCode.USAGE, CommandRun.of("run", file, "--seed", "x").code());
        assertEquals(ExitCode.INPUT_MISSING,
                CommandRun.of("run", "--trace", folder.resolve("no").toString()).code());
        CommandRun several = CommandRun.of("run", TestInputs.example("seed/flaws.c").toString());
        assertEquals(ExitCode.USAGE, several.code());
        assertTrue(several.err().contains("--scenario"), several.err());
    }

    @Test
    void theRunIsDrawnAndSaved() throws IOException {
        Path svg = folder.resolve("out.svg");
        Path trace = folder.resolve("out.xtrace");
        CommandRun.of("run", model(LOCK), "--schedule", "arrive lock", "--svg", svg.toString(),
                "--save-trace",
                trace.toString());
        assertTrue(Files.readString(svg).contains("arrive(people = 1)"));
        CommandRun again = CommandRun.of("run", "--trace", trace.toString());
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("locked 0 → 1"), again.out());
    }

    private static CommandRun seed(String... more) {
        List<String> words = new ArrayList<>(
                List.of("run", TestInputs.example("seed/begin-finish.c").toString(),
                        "--scenario", "as_posted", "--schedule", "A*8"));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }

    @Test
    void theMachineIsShownAtALineOfAStep() {
        CommandRun run = seed("--machine", "6.2");
        assertTrue(run.out().contains("as_posted, step 6 of 8, line 2 of"), run.out());
        assertTrue(run.out().contains("xsaves: registers of CPU0 → buffer of A, PASID"), run.out());
    }

    @Test
    void atTheEndTheMachineShowsTheLostUpdate() {
        CommandRun run = seed("--machine", "end");
        assertTrue(run.out().matches("(?s).*registers of CPU0 +V1 was valid duplicate +V1 wrong, not V2.*"),
                run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "6.99", "0.1", "x", "-1"})
    void aPlaceThatTheRunDoesNotHaveIsRefused(String place) {
        CommandRun run = seed("--machine", place);
        assertEquals(64, run.code(), run.out());
        assertTrue(run.err().contains("--machine"), run.err());
    }

    @Test
    void aModelInRuleFormHasNoMachine() throws IOException {
        CommandRun run = CommandRun.of("run", model(LOCK), "--schedule", "arrive", "--machine", "1");
        assertEquals(64, run.code());
        assertTrue(run.err().contains("rule form"), run.err());
    }

    @Test
    void theTimelineIsAPictureDataOrTextByTheNameOfTheFile() throws IOException {
        Path svg = folder.resolve("t.svg");
        Path json = folder.resolve("t.json");
        Path text = folder.resolve("t.txt");
        seed("--timeline", svg.toString());
        seed("--timeline", json.toString());
        seed("--timeline", text.toString());
        assertTrue(Files.readString(svg).contains("<title>timeline of 8 steps</title>"));
        assertTrue(Files.readString(json).startsWith("{\"schema\":\"xstate/timeline/1\""));
        assertTrue(Files.readString(text).contains("fpregs_lock()   | softirq_depth 0 → 1"),
                Files.readString(text));
    }

    @Test
    void aPartOfTheTimelineStandsBelowABarWithAll() throws IOException {
        Path svg = folder.resolve("t.svg");
        assertEquals(10, seed("--timeline", svg.toString(), "--timeline-steps", "6-7").code());
        String part = Files.readString(svg);
        assertTrue(part.contains("<title>step 6: A on CPU0, kernel; save, memory write"), part);
        assertTrue(part.contains("<title>step 7: "), part);
        assertFalse(part.contains("<title>step 5: ") || part.contains("<title>step 8: "), part);
        seed("--timeline", svg.toString());
        assertTrue(Files.readString(svg).contains("<title>step 1: "), "all of it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-6", "0-9", "6", "all"})
    void stepsThatTheRunDoesNotHaveAreRefusedWithThoseItHas(String steps) {
        CommandRun run = seed("--timeline", folder.resolve("t.svg").toString(), "--timeline-steps", steps);
        assertEquals(64, run.code());
        assertTrue(run.err().contains("such as 0-8"), run.err());
    }

    @Test
    void aPageHasAPictureForEveryLine() throws IOException {
        Path html = folder.resolve("run.html");
        seed("--html", html.toString());
        String page = Files.readString(html);
        assertTrue(page.contains("<h1>VIOLATED update_is_kept</h1>"), page.substring(0, 400));
        assertTrue(page.contains("alt=\"as_posted, step 6 of 8, line 2 of "), "a picture of the machine");
        assertTrue(page.split("<img ").length > 12, "one for each line");
    }

    @Test
    void theDebuggerAnswersCommandsUntilItsInputEnds() {
        java.io.InputStream before = System.in;
        System.setIn(new java.io.ByteArrayInputStream(
                "next\nprint current->need_fpu_load\nreverse-next\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        try {
            CommandRun run = CommandRun.of("run", "../../examples/seed/begin-finish.c", "--scenario",
                    "as_posted", "--schedule", "A*", "--debug");
            assertEquals(0, run.code(), run.err());
            assertEquals("""
                    step 0 of 8; help lists the commands
                    [0/8] A()  begin-finish.c:84  user_write(XFEATURE_AVX, V1);
                    (xstate) [1/8] A()  begin-finish.c:85  enter_kernel();
                    (xstate) current->need_fpu_load = 0 (0x0)
                    (xstate) [0/8] A()  begin-finish.c:84  user_write(XFEATURE_AVX, V1);
                    (xstate)""", run.out().strip());
        } finally {
            System.setIn(before);
        }
    }
}
