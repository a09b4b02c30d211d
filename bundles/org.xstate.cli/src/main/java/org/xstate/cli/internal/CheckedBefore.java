package org.xstate.cli.internal;

import java.util.List;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.CheckSummary;
import org.xstate.analysis.json.CheckJsonReader;
import org.xstate.analysis.text.CheckChangesText;
import org.xstate.analysis.text.Style;
import org.xstate.cli.ExitCode;

/** Answers of an earlier check, for {@code --against}. */
final class CheckedBefore {

    private CheckedBefore() {
    }

    static List<CheckSummary> read(String name) {
        try {
            return CheckJsonReader.read(ModelFiles.text(name));
        } catch (IllegalArgumentException e) {
            throw new Stop(ExitCode.BAD_INPUT, name + ": " + e.getMessage());
        }
    }

    /** What changed; nothing where nothing was asked for. */
    static List<String> lines(CheckReport report, List<CheckSummary> before, Style style) {
        if (before.isEmpty()) {
            return List.of();
        }
        return before.stream().filter(one -> one.scenario().equals(report.scenario().name())).findFirst()
                .map(one -> CheckChangesText.lines(CheckSummary.of(report).against(one), style))
                .orElseGet(() -> List.of("the earlier result has no scenario " + report.scenario().name()));
    }
}
