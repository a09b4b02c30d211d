package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.check.RunReport;

/** One execution for a reader. */
public final class RunText {

    private static final int LISTED = 20;

    private RunText() {
    }

    public static List<String> lines(RunReport report, Style style) {
        List<String> lines = new ArrayList<>();
        List<String> verdict = switch (report.end()) {
            case VIOLATED -> CheckText.violated(report.trace().end().orElseThrow(), style);
            case ENDED ->
                List.of(style.good("ENDED") + "      no step is possible any more, nothing was violated");
            case STOPPED -> List.of(style.good("STOPPED") + "    nothing was violated so far");
        };
        lines.addAll(verdict);
        lines.add("           " + CheckText.subtitle(report.scenario()));
        lines.add(
                "           " + report.how() + ", " + CheckText.count(report.trace().steps().size(), "step"));
        if (!report.trace().steps().isEmpty() || !report.trace().start().isEmpty()) {
            lines.add("");
            lines.addAll(TraceText.lines(report.trace(), style));
        }
        report.trace().end().ifPresent(end -> {
            lines.add("");
            lines.addAll(CheckText.end(end));
        });
        if (!report.possible().isEmpty()) {
            lines.add("");
            Table table = new Table("possible now", "begins with");
            report.possible().stream().limit(LISTED).forEach(next -> table.row(next.move(), next.what()));
            lines.addAll(table.lines("", style));
            if (report.possible().size() > LISTED) {
                lines.add("and " + (report.possible().size() - LISTED) + " more; --json lists all");
            }
        }
        return lines;
    }
}
