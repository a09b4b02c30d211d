package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.check.CheckReport;

/** A suite: one line for each scenario, and how many are as they should be. */
public final class SuiteText {

    private SuiteText() {
    }

    public static String line(CheckReport report, Style style) {
        CheckedScenario checked = new CheckedScenario(report.scenario().source(), report.scenario().name(),
                java.util.Optional.of(report), "");
        String word = checked.passed() ? style.good("ok    ") : style.error("DIFFERS");
        String verdict = CheckText.word(report) + report.property().map(name -> " " + name).orElse("");
        String expected = report.hasExpectation() && !report.asExpected()
                ? ", expected " + report.scenario().expected().orElse("")
                : "";
        return "%s %s %s: %s%s, %s".formatted(word, report.scenario().source(), report.scenario().name(),
                verdict,
                expected, CheckText.count(report.states(), "state"));
    }

    public static List<String> summary(List<CheckedScenario> results, Style style) {
        long passed = results.stream().filter(CheckedScenario::passed).count();
        long failed = results.size() - passed;
        List<String> lines = new ArrayList<>();
        String counts = "%s, %,d as expected, %,d not".formatted(CheckText.count(results.size(), "scenario"),
                passed, failed);
        lines.add((failed == 0 ? style.good("PASSED") : style.error("FAILED")) + "  " + counts);
        return lines;
    }
}
