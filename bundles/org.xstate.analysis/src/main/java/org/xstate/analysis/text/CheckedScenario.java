package org.xstate.analysis.text;

import java.util.Optional;

import org.xstate.analysis.check.CheckReport;

/**
 * What came of a scenario of a suite.
 *
 * @param file     as it was named
 * @param scenario its name; empty if the file could not be read
 * @param report   the answer; absent if it could not be checked
 * @param error    why not
 */
public record CheckedScenario(String file, String scenario, Optional<CheckReport> report, String error) {

    /** Whether the verdict is what it should be: what is expected, else that everything holds. */
    public boolean passed() {
        return report.map(one -> one.hasExpectation()
                ? one.asExpected()
                : one.verdict() == org.xstate.check.Verdict.HOLDS).orElse(false);
    }

    /** What stands in the way of its being passed. */
    public String failure() {
        return report.map(one -> CheckText.word(one) + one.property().map(name -> ": " + name).orElse("")
                + one.scenario().expected().map(name -> "; expected is that " + name + " is violated")
                        .orElse(""))
                .orElse(error);
    }
}
