package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The states and transitions are those that SPIN, TLC and Rumur count on the same model. TLC counts levels, and so says
 * 36 and 46 for paths of 35 and 45 transitions.
 */
class AnchorTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void modelSHasTheCountsOfOtherCheckers(int threads) {
        assertCounts(AnchorModel.S, threads, 419_886, 1_220_520, 35);
    }

    @Test
    void modelSWithSoftirqsHasTheCountsOfOtherCheckers() {
        assertCounts(AnchorModel.S2, 2, 604_570, 2_069_964, 35);
    }

    @Test
    @Tag("many-inputs")
    void modelMHasTheCountsOfOtherCheckers() {
        assertCounts(AnchorModel.M, 2, 3_124_300, 13_018_062, 45);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 7", "3, 7", "4, 6", "5, 6"})
    void eachPlantedBugHasAShortestCounterexampleOfTheKnownLength(int bug, int length) {
        AnchorModel model = AnchorModel.withBug(bug);
        Exploration found = Explorer.explore(model, ExplorationOptions.defaults());
        assertEquals(Verdict.VIOLATED, found.verdict());
        Counterexample path = found.counterexample().orElseThrow();
        assertEquals(length, path.length());
        Replay.assertReaches(model, path);
        Exploration again = Explorer.explore(model, ExplorationOptions.defaults().withThreads(2));
        assertEquals(found.counts(), again.counts());
        assertEquals(found.counterexample(), again.counterexample());
    }

    @Test
    void aBugFreeModelWithThreeFeaturesHoldsAsFarAsABoundAllows() {
        Exploration found = Explorer.explore(AnchorModel.withBug(0),
                ExplorationOptions.defaults().withMaxStates(100_000));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        assertTrue(found.counts().depth() > 8, "explored less deep than the bugs lie");
    }

    @Test
    void rulesThatAModelSwitchesOffAreReportedAsNeverFired() {
        Exploration found = Explorer.explore(AnchorModel.S, ExplorationOptions.defaults());
        List<Integer> never = found.counts().neverFired();
        for (AnchorRule rule : List.of(AnchorRule.SOFTIRQ_BEGIN, AnchorRule.FORK, AnchorRule.PTRACE_WRITE)) {
            assertTrue(never.contains(rule.action(0, 0)), rule + " fired");
        }
        for (AnchorRule rule : List.of(AnchorRule.RETURN, AnchorRule.SAVE, AnchorRule.FINISH)) {
            assertTrue(!never.contains(rule.action(1, 0)), rule + " never fired");
        }
        assertEquals(found.counts().transitions(),
                found.counts().fired().stream().mapToLong(Long::longValue).sum());
    }

    private static void assertCounts(AnchorModel model, int threads, long states, long transitions,
            int depth) {
        Exploration found = Explorer.explore(model, ExplorationOptions.defaults().withThreads(threads));
        assertEquals(Verdict.HOLDS, found.verdict());
        assertEquals(states, found.counts().states());
        assertEquals(transitions, found.counts().transitions());
        assertEquals(depth, found.counts().depth());
        assertEquals(0, found.counts().deadlocks());
    }
}
