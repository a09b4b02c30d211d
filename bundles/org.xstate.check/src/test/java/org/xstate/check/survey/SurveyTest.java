package org.xstate.check.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckResult;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.Machines;
import org.xstate.check.ModelCheck;
import org.xstate.check.ProgressListener;
import org.xstate.check.Verdict;
import org.xstate.model.link.Machine;

/** Surveys against one check for each valuation, and against results worked out by hand. */
class SurveyTest {

    /**
     * Two tasks on two CPUs and an interrupt on each count a variable up, each under a lock that one of them may not take;
     * one value of a knob is ruled out together with another.
     */
    private static final String COUNTERS = """
            struct task_struct { bool any; };
            pool(struct task_struct, tasks, 2);
            DEFINE_PER_CPU(struct task_struct *, current_task);
            DEFINE_PER_CPU(bool, irqs_off);
            DEFINE_PER_CPU(range(0, 2), ticks);
            knob(lock, LOCK_NONE, LOCK_SPIN, LOCK_SPIN_IRQS_OFF);
            knob_flag(tick_counts, false);
            knob_range(bound, 2, 4, 3);
            bool locked;
            range(0, 9) count;
            ghost range(0, 9) done;
            scenario(two) { cpus(2); }
            setup(they_run)
            {
            	assume(!(tick_counts && bound == 2));
            	per_cpu(current_task, cpu(0)) = &tasks[0];
            	per_cpu(current_task, cpu(1)) = &tasks[1];
            }
            void add(void)
            {
            	int before;
            	before = count;
            	count = before + 1;
            	done += 1;
            }
            void take(void)
            {
            	if (lock == LOCK_SPIN_IRQS_OFF)
            		this_cpu_write(irqs_off, true);
            	if (lock != LOCK_NONE)
            		atomic { assume(!locked); locked = true; }
            }
            void give(void)
            {
            	if (lock != LOCK_NONE)
            		locked = false;
            	if (lock == LOCK_SPIN_IRQS_OFF)
            		this_cpu_write(irqs_off, false);
            }
            task(A) { take(); add(); give(); }
            task(B) { take(); add(); give(); }
            interrupt(tick, 2, tick_counts && !this_cpu_read(irqs_off) && this_cpu_read(ticks) < 1)
            {
            	this_cpu_write(ticks, this_cpu_read(ticks) + 1);
            	take();
            	add();
            	give();
            }
            property(bounded, "the count stays below its bound") { return count <= bound; }
            property(all_counted, "no addition is lost") { return count + 4 >= done + 4 || locked; }
            """;

    private static final List<String> KNOBS = List.of("lock", "tick_counts", "bound");

    private static CheckOptions options(int threads) {
        return CheckOptions.defaults().withExploration(ExplorationOptions.defaults().withThreads(threads));
    }

    private static SurveyResult survey(Machine machine, SurveyPlan plan, CheckOptions options) {
        return Survey.of(machine, plan, options, new CancelToken(), ProgressListener.SILENT);
    }

    private static Machine open() {
        return Machines.of(COUNTERS, Map.of(), new HashSet<>(KNOBS));
    }

    private static Map<String, String> knobs(List<Long> values) {
        return Map.of("lock",
                List.of("LOCK_NONE", "LOCK_SPIN", "LOCK_SPIN_IRQS_OFF").get(values.get(0).intValue()),
                "tick_counts", values.get(1) == 1 ? "true" : "false", "bound", values.get(2).toString());
    }

    @Test
    void everyValuationIsAsACheckWithTheseKnobsSaysItIs() {
        SurveyResult found = survey(open(), SurveyPlan.verdicts(KNOBS), options(2));
        // 3 locks, 2 flags, 3 bounds, less the 3 that the setup rules out
        assertEquals(15, found.valuations().size());
        for (Valuation one : found.valuations()) {
            CheckResult check = ModelCheck.check(Machines.of(COUNTERS, knobs(one.values()), Set.of()),
                    options(1));
            assertTrue(one.decided());
            assertEquals(check.verdict() == Verdict.HOLDS, one.holds(), "of " + one.values());
        }
        long wrong = found.valuations().stream().filter(one -> !one.holds()).count();
        assertTrue(wrong > 4 && wrong < 15, wrong + " of 15 are wrong");
    }

    @Test
    void everythingIsAsATextbookSearchFromTheBeginningsOfEachValuationFindsIt() {
        Machine machine = open();
        Textbook textbook = new Textbook(machine, KNOBS);
        SurveyResult all = survey(machine, SurveyPlan.everything(KNOBS, List.of("count", "done")),
                options(2));
        SurveyResult first = survey(machine, SurveyPlan.verdicts(KNOBS), options(1));
        for (int i = 0; i < all.valuations().size(); i++) {
            Valuation one = all.valuations().get(i);
            Textbook.Found found = textbook.search(one.values(), List.of("count", "done"));
            assertEquals(found.violated(), one.violated(), "of " + one.values());
            assertEquals(found.states(), one.states(), "of " + one.values());
            assertEquals(Optional.of(found.outcomes()), one.outcomes(), "of " + one.values());
            int least = found.violated().values().stream().min(Integer::compare).orElse(-1);
            Map<Integer, Integer> shortest = new TreeMap<>(found.violated());
            shortest.values().removeIf(depth -> depth > least);
            assertEquals(shortest, first.valuations().get(i).violated(), "of " + one.values());
        }
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() {
        SurveyPlan plan = SurveyPlan.everything(KNOBS, List.of("count", "done"));
        assertEquals(survey(open(), plan, options(1)).valuations(),
                survey(open(), plan, options(3)).valuations());
        SurveyPlan verdicts = SurveyPlan.verdicts(KNOBS);
        assertEquals(survey(open(), verdicts, options(1)).valuations(),
                survey(open(), verdicts, options(2)).valuations());
    }

    @Test
    void whereRunsEndTheObservedVariablesAreNotedTogether() {
        String text = """
                knob_range(most, 1, 2, 1);
                range(0, 2) x;
                range(0, 9) y;
                rule(up) { assume(x < most); x = x + 1; y = y + choose(1, 3); }
                """;
        SurveyResult found = survey(Machines.of(text, Map.of(), Set.of("most")),
                SurveyPlan.everything(List.of("most"), List.of("x", "y")), options(1));
        Valuation one = found.valuations().get(0);
        assertEquals(List.of(1L), one.values());
        assertEquals(Optional.of(List.of(List.of(1L, 1L), List.of(1L, 2L), List.of(1L, 3L))), one.outcomes());
        assertEquals(3, one.ends());
        assertEquals(4, one.states());
        Valuation two = found.valuations().get(1);
        // two rounds of 1 to 3 each: sums 2 to 6
        assertEquals(List.of(new Valuation.Range(2, 2), new Valuation.Range(2, 6)), two.ranges());
        assertEquals(5, two.ends());
    }

    @Test
    void onlyWantedValuationsAreExplored() {
        Set<List<Long>> wanted = Set.of(List.of(0L, 0L, 2L), List.of(2L, 1L, 4L), List.of(2L, 1L, 2L));
        SurveyResult found = survey(open(), SurveyPlan.verdicts(KNOBS).only(wanted), options(2));
        // the last one is ruled out by the setup
        assertEquals(List.of(List.of(0L, 0L, 2L), List.of(2L, 1L, 4L)),
                found.valuations().stream().map(Valuation::values).toList());
    }

    @Test
    void whatABoundCutsOffIsUndecidedAndTheRestIsNot() {
        String text = """
                knob_range(most, 1, 60, 1);
                range(0, 60) x;
                rule(up) { assume(x < most); x = x + 1; }
                property(small, "x stays small") { return x != 10; }
                """;
        Machine machine = Machines.of(text, Map.of(), Set.of("most"));
        SurveyPlan plan = SurveyPlan.everything(List.of("most"), List.of());
        CheckOptions bounded = CheckOptions.defaults()
                .withExploration(ExplorationOptions.defaults().withMaxStates(1000));
        SurveyResult found = survey(machine, plan, bounded);
        assertEquals(Optional.of(Limit.STATES), found.limit());
        // n steps from the beginning there are 60 - n states, and 60 + 59 + ... + 42 = 969
        assertEquals(18, found.depth());
        for (Valuation one : found.valuations()) {
            long most = one.values().getFirst();
            boolean reached = most >= 18;
            assertEquals(!reached, one.decided(), "most = " + most);
            assertEquals(most >= 10, one.violated().containsKey(0), "most = " + most);
        }
        assertEquals(found.valuations(),
                survey(machine, plan, bounded.withExploration(bounded.exploration().withThreads(2)))
                        .valuations());
    }

    @Test
    void aCancelledSurveyNamesWhatItDidNotDecide() {
        CancelToken token = new CancelToken();
        token.cancel();
        SurveyResult found = Survey.of(open(), SurveyPlan.verdicts(KNOBS), options(1), token,
                ProgressListener.SILENT);
        assertEquals(Optional.of(Limit.CANCELLED), found.limit());
        assertEquals(15, found.valuations().size());
        assertTrue(found.valuations().stream().noneMatch(Valuation::decided));
    }

    @Test
    void aSurveyThatEndsInTimeIsNotTakenForOneThatDidNot() {
        SurveyResult found = survey(open(), SurveyPlan.verdicts(KNOBS), options(1)
                .withExploration(ExplorationOptions.defaults().withMaxTime(Duration.ofHours(1))));
        assertEquals(Optional.empty(), found.limit());
    }

    @Test
    void aSetupThatFailsIsAViolationAtTheBeginning() {
        String text = """
                knob_range(n, 0, 3, 0);
                range(0, 3) x;
                setup(start) { assert(n != 2); x = n; }
                rule(stay) { assume(x == 9); x = 0; }
                """;
        SurveyResult found = survey(Machines.of(text, Map.of(), Set.of("n")),
                SurveyPlan.verdicts(List.of("n")),
                options(1));
        assertEquals(List.of(true, true, false, true),
                found.valuations().stream().map(Valuation::holds).toList());
        assertEquals(List.of(0), new ArrayList<>(found.valuations().get(2).violated().values()));
    }

    @Test
    void aVariableThatAStepChangesIsRefused() {
        String text = "range(0, 3) x; rule(up) { assume(x < 3); x = x + 1; }";
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> survey(Machines.of(text, Map.of(), Set.of()), SurveyPlan.verdicts(List.of("x")),
                        options(1)));
        assertEquals("a step changes x, which is to be rigid", refused.getMessage());
    }

    @Test
    void variablesThatTellCpusApartAndUnknownOnesAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> survey(open(), SurveyPlan.verdicts(List.of("per_cpu(ticks, 0)")), options(1)));
        assertThrows(IllegalArgumentException.class,
                () -> survey(open(), SurveyPlan.verdicts(List.of("nothing")), options(1)));
    }

    @Test
    void tooManyCombinationsAreRefusedBeforeAnythingIsExplored() {
        String text = IntStream.range(0, 3).mapToObj("knob_range(k%d, 0, 255, 0);\n"::formatted)
                .reduce("", String::concat) + "bool x; rule(r) { x = k0 + k1 + k2 > 0; }";
        Machine machine = Machines.of(text, Map.of("k2", "1"), Set.of("k0", "k1"));
        assertFalse(
                survey(machine, SurveyPlan.verdicts(List.of("k0", "k1")), options(2)).valuations().isEmpty());
        Machine larger = Machines.of(text, Map.of(), Set.of("k0", "k1", "k2"));
        assertThrows(IllegalArgumentException.class,
                () -> survey(larger, SurveyPlan.verdicts(List.of("k0", "k1", "k2")), options(1)));
    }
}
