package org.xstate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.model.link.Machine;

/** The anchor models in model C have the counts that SPIN, TLC and Rumur find. */
class ModelAnchorTest {

    private static final CheckOptions UNREDUCED = CheckOptions.defaults().withReductions(false);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void modelSHasTheCountsOfOtherCheckers(int threads) {
        assertCounts("S", threads, 419_886, 1_220_520, 35);
    }

    @Test
    @Tag("many-inputs")
    void modelMHasTheCountsOfOtherCheckers() {
        assertCounts("M", 2, 3_124_300, 13_018_062, 45);
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 7", "3, 7", "4, 6", "5, 6"})
    void eachPlantedBugHasAShortestCounterexampleOfTheKnownLength(int bug, int length) {
        Machine machine = Machines.anchor("M", Map.of("BUG", Integer.toString(bug), "NF", "3"));
        for (boolean reductions : new boolean[]{true, false}) {
            CheckResult found = ModelCheck.check(machine, UNREDUCED.withReductions(reductions));
            assertEquals(Verdict.VIOLATED, found.verdict());
            assertEquals(length, found.path().orElseThrow().length());
            RealPath.assertReal(machine, found.path().get());
        }
    }

    private static void assertCounts(String model, int threads, long states, long transitions, int depth) {
        CheckResult found = ModelCheck.check(Machines.anchor(model, Map.of()),
                UNREDUCED.withExploration(ExplorationOptions.defaults().withThreads(threads)));
        assertEquals(Verdict.HOLDS, found.verdict());
        assertEquals(states, found.counts().states());
        assertEquals(transitions, found.counts().transitions());
        assertEquals(depth, found.counts().depth());
    }
}
