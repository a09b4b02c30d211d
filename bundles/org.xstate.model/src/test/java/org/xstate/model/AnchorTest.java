package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The anchor model means what it means in Promela: SPIN 6.5.2 counted these states and transitions. */
class AnchorTest {

    @Test
    void theSmallModelHasTheStatesAndTransitionsThatSpinCounts() {
        RuleRunner.Counts counts = new RuleRunner(
                Models.example("anchors/S.c", Map.of()).program().orElseThrow())
                .explore(false, 500_000);
        assertEquals(new RuleRunner.Counts(419_886, 1_220_520, -1), counts);
    }

    @ParameterizedTest
    @CsvSource({"1,8", "2,7", "3,7", "4,6", "5,6"})
    void eachBugIsFoundAsDeepAsSpinFindsIt(int bug, int steps) {
        RuleRunner.Counts counts = new RuleRunner(Models
                .example("anchors/M.c", Map.of("BUG", Integer.toString(bug), "NF", "3")).program()
                .orElseThrow())
                .explore(true, 500_000);
        assertEquals(steps, counts.violatedAt());
    }
}
