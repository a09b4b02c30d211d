package org.xstate.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xstate.check.CheckOptions;
import org.xstate.check.CheckPath;
import org.xstate.check.CheckResult;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.ModelCheck;
import org.xstate.check.Verdict;
import org.xstate.model.link.Machine;

/** What is reduced changes counts, and neither verdicts nor the lengths of counterexamples. */
class ReductionTest {

    private static final long STATES = 2_000_000;

    @ParameterizedTest
    @MethodSource("org.xstate.scenarios.Shipped#files")
    void reducedAndUnreducedSearchesAgree(Path file) {
        for (Shipped.Scenario scenario : Shipped.of(file)) {
            CheckResult reduced = check(scenario.machine(), true, 1);
            CheckResult whole = check(scenario.machine(), false, 2);
            assertNotEquals(Verdict.UNDECIDED, whole.verdict(), scenario.name());
            assertEquals(whole.verdict(), reduced.verdict(), scenario.name());
            assertEquals(whole.path().map(CheckPath::length), reduced.path().map(CheckPath::length),
                    scenario.name());
        }
    }

    private static CheckResult check(Machine machine, boolean reductions, int threads) {
        return ModelCheck.check(machine, new CheckOptions(
                ExplorationOptions.defaults().withThreads(threads).withMaxStates(STATES), reductions));
    }
}
