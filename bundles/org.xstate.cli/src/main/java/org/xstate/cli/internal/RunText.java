package org.xstate.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.check.RunReport;

/** One execution for a reader. */
final class RunText {

    private static final int LISTED = 20;

    private RunText() {
    }

    static List<String> lines(RunReport report, Style style) {
        List<String> lines = new ArrayList<>();
        String verdict = switch (report.end()) {
            case VIOLATED -> style.error("VIOLATED") + "   "
                    + report.trace().end().map(end -> style.bold(end.property()) + ": " + end.sentence())
                            .orElse("");
            case ENDED -> style.good("ENDED") + "      no step is possible any more, nothing was violated";
            case STOPPED -> style.good("STOPPED") + "    nothing was violated so far";
        };
        lines.add(verdict);
        lines.add("           " + CheckCommand.subtitle(report.scenario()));
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
            Flow flow = new Flow("possible now: ", TraceText.WIDTH);
            report.possible().stream().limit(LISTED).forEach(flow::add);
            if (report.possible().size() > LISTED) {
                flow.add("and " + (report.possible().size() - LISTED) + " more");
            }
            lines.addAll(flow.finish());
        }
        return lines;
    }
}
