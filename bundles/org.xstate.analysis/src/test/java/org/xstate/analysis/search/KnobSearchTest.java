package org.xstate.analysis.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.analysis.Samples;
import org.xstate.analysis.json.SearchJson;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckResult;
import org.xstate.check.ModelCheck;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.ScenarioLoader;

/** Searches against one check for each combination, case and scenario. */
class KnobSearchTest {

    private static final String MODEL = """
            knob(way, WAY_ONE, WAY_TWO, WAY_NONE);
            knob_flag(guarded, false);
            knob_range(step, 1, 3, 1);
            knob(entry, ENTRY_LOW, ENTRY_HIGH);
            knob_flag(unused, false);
            range(0, 20) x;
            range(0, 20) xsave_full;
            range(0, 2) y;
            setup(has_a_meaning)
            {
            	if (way == WAY_NONE)
            		assume(!guarded);
            }
            setup(start)
            {
            	if (entry == ENTRY_HIGH)
            		x = 1;
            }
            void advance(void)
            {
            	assume(x < 6);
            	x = x + step;
            	xsave_full += 1;
            	if (way == WAY_TWO && x < 5)
            		x = x + 1;
            	if (way == WAY_NONE)
            		xsave_full += 1;
            }
            scenario(small) { }
            rule(up) { advance(); }
            property(never_five, "x is not 5 unless that is guarded") { return x != 5 || guarded; }
            property(bounded, "x stays small") { return x <= 7; }
            scenario(other) { }
            rule(nothing) { assume(y < 2); y += 1; }
            scenario(strict) { set(step, 2); }
            rule(up) { advance(); }
            property(never_seven, "x is not 7") { return x != 7; }
            """;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("model.c"), MODEL);
    }

    private static LoadOptions load() {
        return Samples.MODELS;
    }

    private SearchRequest request(int threads) {
        return new SearchRequest(file.toString(), load(), true, Optional.empty(), SearchRequest.CASES,
                SearchRequest.COSTS, threads, 1 << 26);
    }

    private static SearchResult run(SearchRequest request) {
        return KnobSearch.run(request, Checkpoint.none(), new CancelToken(), _ -> {
        });
    }

    private static Map<String, String> knobs(String way, boolean guarded, int step) {
        Map<String, String> knobs = new LinkedHashMap<>();
        knobs.put("way", way);
        knobs.put("guarded", Boolean.toString(guarded));
        knobs.put("step", Integer.toString(step));
        return knobs;
    }

    private CheckResult check(String scenario, Map<String, String> knobs) {
        LoadedScenario loaded = ScenarioLoader
                .load(file.toString(), load().only(List.of(scenario)).with(knobs))
                .getFirst();
        return ModelCheck.check(
                loaded.scenario().orElseThrow(() -> new AssertionError(loaded.text())).machine(),
                CheckOptions.defaults());
    }

    /** The combinations that stand every check, with the fewest steps to a violation of each of the others. */
    private Map<List<String>, Optional<Integer>> bruteForce() {
        Map<List<String>, Optional<Integer>> all = new LinkedHashMap<>();
        for (String way : List.of("WAY_ONE", "WAY_TWO", "WAY_NONE")) {
            for (boolean guarded : way.equals("WAY_NONE") ? List.of(false) : List.of(false, true)) {
                for (int step = 1; step <= 3; step++) {
                    Map<String, String> knobs = knobs(way, guarded, step);
                    Optional<Integer> least = Optional.empty();
                    for (String entry : List.of("ENTRY_LOW", "ENTRY_HIGH")) {
                        knobs.put("entry", entry);
                        for (String scenario : step == 2 ? List.of("small", "strict") : List.of("small")) {
                            CheckResult result = check(scenario, knobs);
                            if (result.verdict() == Verdict.VIOLATED) {
                                int steps = result.path().orElseThrow().length();
                                least = Optional.of(Math.min(steps, least.orElse(steps)));
                            }
                        }
                    }
                    all.put(List.of(way, Boolean.toString(guarded), Integer.toString(step)), least);
                }
            }
        }
        return all;
    }

    private static List<String> key(SearchResult result, int combination) {
        return result.space().written(result.space().combinations().get(combination)).subList(0, 3);
    }

    @Test
    void everyCombinationIsJudgedAsBruteForceJudgesIt() {
        SearchResult result = run(request(2));
        Map<List<String>, Optional<Integer>> expected = bruteForce();
        // a knob that nothing reads doubles them
        assertEquals(2 * expected.size(), result.space().combinations().size());
        assertEquals(2 * expected.size(), result.judged());
        for (int i = 0; i < result.space().combinations().size(); i++) {
            Optional<Integer> steps = expected.get(key(result, i));
            assertEquals(steps.isEmpty(), result.right().contains(i), key(result, i).toString());
            assertEquals(steps.isPresent(), result.wrong().containsKey(i), key(result, i).toString());
        }
        assertTrue(result.right().size() > 4, result.right().size() + " are right");
        assertTrue(result.wrong().size() > 4, result.wrong().size() + " are wrong");
        assertEquals(List.of("small", "strict"), result.judges());
        assertEquals(List.of("other"), result.ignored());
    }

    @Test
    void neighboursHaveTheFewestStepsOfAllScenariosAndCases() {
        SearchResult result = run(request(1));
        Map<List<String>, Optional<Integer>> expected = bruteForce();
        assertFalse(result.neighbours().isEmpty());
        result.neighbours().forEach((combination, reason) -> assertEquals(
                expected.get(key(result, combination)).orElseThrow(), reason.steps(), reason.toString()));
    }

    @Test
    void theAnswerIsTheSameForAnyNumberOfThreads() {
        assertEquals(document(run(request(1))), document(run(request(3))));
    }

    private static String document(SearchResult result) {
        return SearchJson.document(result, SearchFindings.of(result, Weights.DEFAULT, Weights.SIZES));
    }

    @Test
    void familiesCoverExactlyWhatIsRight() {
        SearchResult result = run(request(1));
        TreeSet<Integer> covered = new TreeSet<>();
        for (var family : SearchFindings.of(result, Weights.DEFAULT, Weights.SIZES).families()) {
            for (int i = 0; i < result.space().combinations().size(); i++) {
                List<Long> combination = result.space().combinations().get(i);
                boolean in = true;
                for (int knob = 0; knob < combination.size(); knob++) {
                    in &= family.get(knob).contains(combination.get(knob));
                }
                if (in) {
                    covered.add(i);
                }
            }
        }
        assertEquals(result.right(), List.copyOf(covered));
    }

    @Test
    void repairsAreTheRightOnesWithTheFewestChanges() {
        SearchResult result = run(request(1));
        List<String> posted = List.of("WAY_ONE", "false", "1");
        assertTrue(bruteForce().get(posted).isPresent(), "the posted one is wrong");
        SearchFindings findings = SearchFindings.of(result, Weights.DEFAULT, Weights.SIZES);
        List<List<String>> expected = new ArrayList<>();
        int least = 9;
        for (var one : bruteForce().entrySet()) {
            int changes = 0;
            for (int i = 0; i < posted.size(); i++) {
                changes += posted.get(i).equals(one.getKey().get(i)) ? 0 : 1;
            }
            if (one.getValue().isEmpty() && changes <= least) {
                if (changes < least) {
                    expected.clear();
                }
                least = changes;
                expected.add(one.getKey());
            }
        }
        assertEquals(least, findings.changes());
        assertEquals(expected, findings.repairs().stream().map(one -> key(result, one)).toList());
    }

    @Test
    void costsAreThoseOfRunsToTheirEnd() {
        SearchResult result = run(request(1));
        result.costs().forEach((combination, cells) -> cells.forEach((cell, counts) -> {
            List<String> key = key(result, combination);
            long x = cell.equals("entry=ENTRY_HIGH") ? 1 : 0;
            long cost = 0;
            while (x < 6) {
                x += Long.parseLong(key.get(2));
                x += key.getFirst().equals("WAY_TWO") && x < 5 ? 1 : 0;
                cost += key.getFirst().equals("WAY_NONE") ? 2 : 1;
            }
            assertEquals(List.of(cost), counts, key + " " + cell);
        }));
        assertEquals(new TreeSet<>(result.right()), new TreeSet<>(result.costs().keySet()));
    }

    @Test
    void aSearchThatWasStoppedAnywhereGoesOnToTheSameAnswer() throws IOException {
        Path whole = folder.resolve("whole");
        String expected = document(
                KnobSearch.run(request(1), Checkpoint.fresh(whole), new CancelToken(), _ -> {
                }));
        List<String> lines = Files.readAllLines(whole);
        assertTrue(lines.size() > 4, "so many parts: " + lines.size());
        for (int kept = 1; kept <= lines.size(); kept++) {
            Path cut = folder.resolve("cut" + kept);
            Files.write(cut, lines.subList(0, kept));
            assertEquals(expected,
                    document(KnobSearch.run(request(2), Checkpoint.resume(cut), new CancelToken(),
                            _ -> {
                            })));
            assertEquals(lines, Files.readAllLines(cut));
        }
    }

    @Test
    void aCancelledSearchKeepsWhatItHas() throws IOException {
        Path kept = folder.resolve("kept");
        CancelToken token = new CancelToken();
        assertThrows(CancellationException.class,
                () -> KnobSearch.run(request(1), Checkpoint.fresh(kept), token,
                        progress -> {
                            if (progress.done() > 0) {
                                token.cancel();
                            }
                        }));
        assertTrue(Files.readAllLines(kept).size() > 1);
        assertEquals(document(run(request(1))), document(
                KnobSearch.run(request(1), Checkpoint.resume(kept), new CancelToken(), _ -> {
                })));
    }

    @Test
    void aCheckpointOfAnotherSearchIsRefused() throws IOException {
        Path kept = folder.resolve("kept");
        KnobSearch.run(request(1), Checkpoint.fresh(kept), new CancelToken(), _ -> {
        });
        Files.writeString(file, MODEL.replace("x != 5 ||", "x != 3 ||"));
        SearchRefused refused = assertThrows(SearchRefused.class,
                () -> KnobSearch.run(request(1), Checkpoint.resume(kept), new CancelToken(), _ -> {
                }));
        assertTrue(refused.getMessage().contains("another search"), refused.getMessage());
        Files.writeString(kept, "something else\n");
        assertThrows(SearchRefused.class, () -> Checkpoint.resume(kept));
    }

    @Test
    void whatIsSetIsNotSweptAndNamedKnobsAloneAre() {
        SearchRequest named = new SearchRequest(file.toString(), load().with(Map.of("step", "3")), true,
                Optional.of(List.of("way", "step")), SearchRequest.CASES, SearchRequest.COSTS, 1, 1 << 26);
        SearchResult result = run(named);
        assertEquals(List.of("way"), result.space().names());
        assertEquals(3, result.judged());
        // the other scenario is about a step of 2
        assertEquals(List.of("small"), result.judges());
        SearchRequest wrong = new SearchRequest(file.toString(), load(), true, Optional.of(List.of("wey")),
                SearchRequest.CASES, SearchRequest.COSTS, 1, 1 << 26);
        assertTrue(assertThrows(SearchRefused.class, () -> run(wrong)).getMessage()
                .contains("declares no knob 'wey'; it declares way, guarded, step, entry, unused"));
    }

    @Test
    void oneCombinationIsExplainedByAnOrdinaryCounterexample() {
        KnobSearch.Explained wrong = KnobSearch.explain(request(1), Map.of("way", "WAY_TWO"),
                new CancelToken());
        Reason reason = wrong.reason().orElseThrow();
        var report = Counterexamples
                .of(request(1), wrong.space(), wrong.combination(), reason, new CancelToken())
                .orElseThrow();
        assertEquals(Optional.of(reason.claim()), report.property());
        assertTrue(KnobSearch.explain(request(1), Map.of("guarded", "true"), new CancelToken()).reason()
                .isEmpty());
        assertTrue(assertThrows(SearchRefused.class, () -> KnobSearch.explain(request(1),
                Map.of("way", "WAY_NONE", "guarded", "true"), new CancelToken())).getMessage()
                .contains("rules this combination out"));
    }
}
