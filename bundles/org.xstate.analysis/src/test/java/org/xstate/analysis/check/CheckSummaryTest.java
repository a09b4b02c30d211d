package org.xstate.analysis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.analysis.json.CheckJson;
import org.xstate.analysis.json.CheckJsonReader;
import org.xstate.analysis.text.CheckChangesText;
import org.xstate.analysis.text.Style;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.ScenarioLoader;

class CheckSummaryTest {

    private static final Path SEED = Path.of("../../examples/seed");

    private static CheckReport check(String file, ExplorationOptions options) {
        return ScenarioCheck.check(
                ScenarioLoader.load(SEED.resolve(file).toString(), Samples.MODELS.with(Map.of())).getFirst()
                        .scenario().orElseThrow(),
                options, true, new CancelToken(), ProgressListener.SILENT);
    }

    private static CheckReport check(String file) {
        return check(file, CheckOptions.defaults().exploration());
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin-finish.c", "begin-finish-fixed.c"})
    void whatIsReadIsWhatWasWritten(String file) {
        CheckReport report = check(file);
        assertEquals(List.of(CheckSummary.of(report)), CheckJsonReader.read(CheckJson.document(report)));
    }

    @Test
    void theSeedIsViolatedInEightStepsAsItExpects() {
        CheckSummary summary = CheckSummary.of(check("begin-finish.c"));
        assertEquals("violated update_is_kept", summary.answer());
        assertEquals(8, summary.steps());
        assertTrue(summary.passed());
    }

    @Test
    void aBoundThatWasReachedIsKept() {
        CheckReport report = check("begin-finish-fixed.c",
                CheckOptions.defaults().exploration().withMaxStates(10));
        CheckSummary read = CheckJsonReader.read(CheckJson.document(report)).getFirst();
        assertEquals(Optional.of(Verdict.UNDECIDED), read.verdict());
        assertEquals(Optional.of(Limit.STATES), read.limit());
        assertFalse(read.passed());
    }

    @Test
    void severalDocumentsBehindEachOtherAreSeveralAnswers() {
        String text = CheckJson.document(check("begin-finish.c")) + "\n"
                + CheckJson.error("broken.c", Optional.empty(), "broken.c: there is no such file") + "\n";
        List<CheckSummary> read = CheckJsonReader.read(text);
        assertEquals(List.of("violated update_is_kept", "error"),
                read.stream().map(CheckSummary::answer).toList());
        assertEquals("broken.c: there is no such file", read.getLast().error());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "nothing", "{\"schema\":\"xstate/run/1\"}",
        "{\"schema\":\"xstate/check/1\"}",
        "{\"schema\":\"xstate/check/1\",\"knobs\":{},\"verdict\":\"perhaps\"}"})
    void whatIsNoResultIsRefusedWithASentence(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> CheckJsonReader.read(text))
                .getMessage();
        assertTrue(message.startsWith("this is no result of a check"), message);
    }

    @Test
    void whatDiffersIsToldAndTimesAreNot() {
        CheckSummary wrong = CheckSummary.of(check("begin-finish.c"));
        CheckSummary right = CheckSummary.of(check("begin-finish-fixed.c"));
        assertEquals(List.of(), CheckSummary.of(check("begin-finish.c")).against(wrong));
        List<CheckSummary.Change> changes = right.against(wrong);
        assertEquals(new CheckSummary.Change("verdict", "violated update_is_kept", "holds"),
                changes.getFirst());
        assertTrue(CheckChangesText.lines(changes, Style.PLAIN).getFirst().startsWith("CHANGED"));
        assertTrue(CheckChangesText.lines(List.of(), Style.PLAIN).getFirst().startsWith("SAME"));
    }

    @Test
    void anAnswerDoesNotDependOnTheFolderWhenItIsCalledOtherwise() {
        CheckReport report = check("begin-finish.c").called("seed/begin-finish.c");
        assertEquals("seed/begin-finish.c", CheckSummary.of(report).source());
        assertEquals("seed/begin-finish.c", report.traceFile().orElseThrow().model());
        assertFalse(CheckJson.document(report).contains("../.."));
    }

    @Test
    void aTraceFindsItsModelFromTheFoldersItLiesIn(@TempDir Path folder) throws IOException {
        TraceFile trace = check("begin-finish.c").called("seed/begin-finish.c").traceFile().orElseThrow();
        Path results = Files.createDirectories(folder.resolve("results/seed"));
        Path file = results.resolve("a.xtrace");
        assertEquals(Path.of("seed/begin-finish.c"), trace.model(file));
        Path model = Files.createDirectories(folder.resolve("seed")).resolve("begin-finish.c");
        Files.writeString(model, "");
        assertEquals(model, trace.model(file));
        Path beside = results.resolve("begin-finish.c");
        Files.writeString(beside, "");
        assertEquals(beside, trace.model(file));
    }

    @Test
    void stepsOfTwoCounterexamplesAreComparedFromTheBeginning() {
        assertEquals("the same steps", CheckChangesText.steps(List.of("A", "B"), List.of("A", "B")));
        assertEquals("the first 1 steps are the same, then: B | softirq",
                CheckChangesText.steps(List.of("A", "B"), List.of("A", "softirq", "B")));
        assertEquals("the first 2 steps are the same, then: (end) | A",
                CheckChangesText.steps(List.of("A", "B"), List.of("A", "B", "A")));
    }
}
