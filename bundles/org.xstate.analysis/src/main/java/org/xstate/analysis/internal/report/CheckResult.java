package org.xstate.analysis.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.xstate.api.Finding;
import org.xstate.api.Report;

import com.google.gson.JsonObject;

/** A document of {@code check} or {@code run}: the verdict, what it is about, and the steps with what they changed. */
public final class CheckResult {

    private final JsonObject document;
    private final List<Report.Block> blocks = new ArrayList<>();

    private CheckResult(JsonObject document) {
        this.document = document;
    }

    public static Report.Subject subject(JsonObject document) {
        CheckResult result = new CheckResult(document);
        result.machine();
        result.trace();
        result.end();
        result.settings();
        result.coverage();
        return new Report.Subject(text(document, "source") + ", " + text(document, "scenario"),
                result.verdict(), result.findings(), result.blocks);
    }

    private static String text(JsonObject object, String key) {
        return Values.text(object, key);
    }

    /** {@code check} has a verdict, {@code run} an end. */
    private String verdict() {
        String verdict = text(document, document.has("verdict") ? "verdict" : "end");
        String property = text(document, "property");
        return property.isEmpty() ? verdict : verdict + " " + property;
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Values.object(document, "violation").ifPresent(end -> {
            boolean expected = text(end, "property").equals(text(document, "expected"));
            Finding finding = expected
                    ? Finding.note("expected-violation", sentence(end) + "; the scenario expects it")
                    : Finding.error("violated", sentence(end));
            findings.add(finding.at(text(end, "place")));
        });
        if (!text(document, "expected").isEmpty() && text(document, "verdict").equals("holds")) {
            findings.add(
                    Finding.error("not-as-expected", "the scenario expects that %s is violated, and it holds"
                            .formatted(text(document, "expected"))));
        }
        if (text(document, "verdict").equals("undecided")) {
            findings.add(Finding.warning("undecided", "a bound was reached before the answer was known: "
                    + text(document, "limit")));
        }
        return findings;
    }

    private static String sentence(JsonObject end) {
        return text(end, "property") + ": " + text(end, "sentence");
    }

    private void machine() {
        List<List<String>> rows = new ArrayList<>();
        Stream.of("kernel", "cpu_profile", "bounds", "states", "transitions", "depth", "seconds", "threads",
                "reductions", "limit", "expected").filter(key -> !text(document, key).isEmpty())
                .forEach(key -> rows.add(List.of(key.replace('_', ' '), text(document, key))));
        blocks.add(new Report.Table("", List.of("", ""), rows));
    }

    private void trace() {
        List<List<String>> rows = new ArrayList<>();
        for (JsonObject start : Values.objects(document, "start")) {
            rows.add(List.of("0", "", "", "", "begins with",
                    text(start, "place") + " " + text(start, "what") + " = " + text(start, "value")));
        }
        for (JsonObject step : Values.objects(document, "trace")) {
            String mark = text(step, "mark");
            rows.add(List.of(text(step, "step"), text(step, "cpu"),
                    (text(step, "task") + " " + text(step, "context")).strip(),
                    text(step, "file") + ":" + text(step, "line"), text(step, "text"),
                    changes(step) + (mark.isEmpty() ? "" : " ← " + mark)));
        }
        if (!rows.isEmpty()) {
            blocks.add(new Report.Table(document.has("verdict") ? "Counterexample" : "Steps",
                    List.of("step", "CPU", "who", "where", "statement", "what it changed"), rows));
        }
    }

    private static String changes(JsonObject step) {
        return Values.objects(step, "changes").stream().map(change -> {
            String before = text(change, "before");
            return (text(change, "place") + " " + text(change, "what")).strip() + " "
                    + (before.isEmpty() ? "= " : before + " → ") + text(change, "after");
        }).collect(Collectors.joining("; "));
    }

    private void end() {
        Optional<JsonObject> end = Values.object(document, "violation");
        end.map(one -> Values.objects(one, "copies")).filter(copies -> !copies.isEmpty())
                .ifPresent(copies -> blocks.add(new Report.Table("Copies at the end",
                        List.of("who", "component", "value", "", "wrong since step"),
                        copies.stream().map(copy -> List.of(text(copy, "holder"), text(copy, "component"),
                                text(copy, "value"), text(copy, "right").equals("false") ? "wrong" : "right",
                                text(copy, "wrong_since"))).toList())));
        end.map(one -> Values.objects(one, "values")).filter(values -> !values.isEmpty())
                .ifPresent(values -> blocks.add(new Report.Table("Values in the condition",
                        List.of("name", "value"), values.stream()
                                .map(value -> List.of(text(value, "name"), text(value, "value"))).toList())));
    }

    private void settings() {
        Values.object(document, "knobs").filter(knobs -> !knobs.isEmpty())
                .ifPresent(knobs -> blocks.add(new Report.Table("Knobs", List.of("knob", "value"),
                        knobs.entrySet().stream()
                                .map(knob -> List.of(knob.getKey(), Values.line(knob.getValue())))
                                .toList())));
    }

    /** What no execution reached is what a proof says nothing about. */
    private void coverage() {
        Optional<JsonObject> coverage = Values.object(document, "coverage");
        List<String> lines = new ArrayList<>();
        coverage.ifPresent(one -> {
            Values.objects(one, "unreached").forEach(place -> lines.add("not reached  " + line(place)));
            Values.objects(one, "untaken").forEach(
                    place -> lines.add("never " + text(place, "value") + "  " + line(place)));
        });
        if (!lines.isEmpty()) {
            blocks.add(new Report.Lines("Not covered", lines));
        }
    }

    private static String line(JsonObject place) {
        return text(place, "file") + ":" + text(place, "line") + "  " + text(place, "text");
    }
}
