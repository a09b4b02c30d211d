package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.check.Coverage;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.CopyAtEnd;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceEnd;

/** The answer of {@code check} for a reader: the verdict, within which bounds, then the evidence. */
public final class CheckText {

    private static final String INDENT = "           ";
    private static final int LISTED = 12;

    private final CheckReport report;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private CheckText(CheckReport report, Style style) {
        this.report = report;
        this.style = style;
    }

    public static List<String> lines(CheckReport report, Style style) {
        CheckText text = new CheckText(report, style);
        switch (report.verdict()) {
            case HOLDS -> text.holds();
            case VIOLATED -> text.violated();
            case UNDECIDED -> text.undecided();
        }
        return text.lines;
    }

    private void holds() {
        int properties = properties();
        String what = properties == 0
                ? "what every model promises; " + report.scenario().source() + " puts no property to the test"
                : properties == 1
                        ? "the property of " + report.scenario().source()
                        : "all " + properties + " properties of " + report.scenario().source();
        lines.add(style.good("HOLDS") + "      " + what);
        about();
        counts();
        expectation();
        coverage();
    }

    private int properties() {
        return report.scenario().program().properties().size() - report.coverage().untested().size();
    }

    private void violated() {
        Trace trace = report.trace().orElseThrow();
        TraceEnd end = trace.end().orElseThrow();
        lines.addAll(violated(end, style));
        String length = count(trace.steps().size(), "step") + ", shortest possible";
        lines.add(INDENT + report.scenario().source() + ", " + length);
        about();
        expectation();
        lines.add("");
        lines.addAll(TraceText.lines(trace, style));
        lines.add("");
        lines.addAll(end(end));
        counts();
    }

    /** The verdict and what is violated. */
    public static List<String> violated(TraceEnd end, Style style) {
        List<String> plain = new ArrayList<>();
        wrap(plain, "VIOLATED   ", end.property() + ": " + end.sentence());
        List<String> lines = new ArrayList<>();
        lines.add(style.error("VIOLATED") + "   " + style.bold(end.property())
                + plain.getFirst().substring(INDENT.length() + end.property().length()));
        plain.stream().skip(1).forEach(lines::add);
        return lines;
    }

    /** What is wrong at the end of a trace, with the values and with what each copy holds. */
    public static List<String> end(TraceEnd end) {
        List<String> lines = new ArrayList<>();
        end.sentences().forEach(sentence -> wrap(lines, INDENT, sentence));
        for (CopyAtEnd copy : end.copies()) {
            lines.add(INDENT + copy.text());
        }
        return lines;
    }

    private void undecided() {
        String why = switch (report.limit().orElseThrow()) {
            case STATES -> "the bound on states was reached (--max-states)";
            case MEMORY -> "the bound on memory was reached (--max-memory)";
            case TIME -> "the time was up (--time)";
            case CANCELLED -> "cancelled";
        };
        lines.add(style.warning("UNDECIDED") + "  " + report.scenario().source() + ": " + why);
        about();
        lines.add(INDENT + "no violation within " + count(report.depth(), "step"));
        counts();
        expectation();
    }

    private void about() {
        Scenario scenario = report.scenario();
        List<String> parts = new ArrayList<>();
        parts.add("scenario " + scenario.name());
        if (scenario.profile().isPresent()) {
            parts.add("kernel " + scenario.kernel());
            parts.add(scenario.profile().get());
        }
        lines.add(INDENT + String.join(" · ", parts));
        scenario.bounds().ifPresent(bounds -> wrap(lines, INDENT, "within: " + bounds.text()));
        List<String> hit = report.coverage().boundsHit();
        if (!hit.isEmpty()) {
            wrap(lines, INDENT, "bounds that were reached: " + String.join(", ", hit));
        }
    }

    private void counts() {
        String depth = report.verdict() == org.xstate.check.Verdict.VIOLATED
                ? ""
                : " · depth " + report.depth();
        lines.add(INDENT + style.dim("%,d state%s%s · %,d transition%s%s".formatted(report.states(),
                report.states() == 1 ? "" : "s", report.reductions() ? " after reductions" : "",
                report.transitions(), report.transitions() == 1 ? "" : "s", depth)));
    }

    private void expectation() {
        report.scenario().expected().ifPresent(expected -> wrap(lines, INDENT, report.asExpected()
                ? "expected: the scenario says that " + expected + " is violated"
                : style.warning("not as expected: the scenario says that " + expected + " is violated")));
    }

    private void coverage() {
        Coverage coverage = report.coverage();
        if (coverage.unreached().isEmpty()) {
            lines.add(INDENT + "every statement of the scenario was reached");
        } else {
            lines.add(INDENT + style.warning("%,d of %,d statements never reached:".formatted(
                    coverage.unreached().size(), coverage.statements())));
            coverage.unreached().stream().limit(LISTED)
                    .forEach(one -> lines.add(INDENT + "  " + one.place() + "  " + cut(one.text())));
            if (coverage.unreached().size() > LISTED) {
                lines.add(INDENT + "  and %,d more; --json lists all"
                        .formatted(coverage.unreached().size() - LISTED));
            }
        }
        coverage.untaken().stream().limit(LISTED).forEach(one -> lines.add(INDENT
                + "never with %d: %s  %s".formatted(one.value(), one.place(), cut(one.text()))));
        if (!coverage.untested().isEmpty()) {
            wrap(lines, INDENT, "properties that were never put to the test: "
                    + String.join(", ", coverage.untested()));
        }
        if (!coverage.idle().isEmpty()) {
            wrap(lines, INDENT, "never made a step: " + String.join(", ", coverage.idle()));
        }
        if (!coverage.labelsMissed().isEmpty()) {
            wrap(lines, INDENT,
                    "labels never reached: " + String.join(", ", coverage.labelsMissed()));
        }
        if (report.transitions() == 0) {
            lines.add(INDENT + style.warning("vacuous: no step is possible at all"));
        }
    }

    private static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    public static void wrap(List<String> lines, String indent, String text) {
        Flow flow = new Flow(indent, TraceText.WIDTH);
        for (String word : text.split(" ")) {
            flow.addWord(word);
        }
        lines.addAll(flow.finish());
    }

    public static String count(long number, String noun) {
        return "%,d %s%s".formatted(number, noun, number == 1 ? "" : "s");
    }

    /** {@code holds}, {@code violated}, {@code undecided}. */
    public static String word(CheckReport report) {
        return report.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** What an execution is of, on one line. */
    public static String subtitle(Scenario scenario) {
        String machine = scenario.profile().map(profile -> " · kernel " + scenario.kernel() + " · " + profile)
                .orElse("");
        return scenario.source() + " · " + scenario.name() + machine
                + scenario.bounds().map(bounds -> " · " + bounds.text()).orElse("");
    }
}
