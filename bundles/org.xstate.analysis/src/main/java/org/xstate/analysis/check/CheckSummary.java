package org.xstate.analysis.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.xstate.check.Limit;
import org.xstate.check.Verdict;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/**
 * What is kept of the answer about a scenario: everything that compares two answers, nothing that the model is needed for.
 *
 * @param source     file of the scenario, as it was named
 * @param scenario   its name; empty if the file could not be read
 * @param verdict    absent if it could not be checked
 * @param error      why not; empty if it could
 * @param states     as {@link CheckReport} has it, as the following are
 * @param seconds    of the exploration alone
 * @param property   name of what is violated
 * @param steps      of the counterexample; 0 if there is none
 * @param limit      what ended it before its end
 * @param expected   property that the scenario says is violated
 * @param kernel     release
 * @param profile    of the CPU; absent in rule form
 * @param knobs      all of them with their values
 * @param coverage   absent if it could not be checked
 * @param properties what came of each
 */
public record CheckSummary(String source, String scenario, Optional<Verdict> verdict, String error,
        long states, long transitions, int depth, double seconds, int threads, boolean reductions,
        Optional<String> property, int steps, Optional<Limit> limit, Optional<String> expected,
        Optional<String> kernel, Optional<String> profile, Map<String, String> knobs,
        Optional<Coverage> coverage, List<PropertyAnswer> properties) {

    private static final double NANOSECONDS = 1e9;

    public CheckSummary {
        Objects.requireNonNull(source);
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(error);
        Objects.requireNonNull(property);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(expected);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(profile);
        knobs = Collections.unmodifiableMap(new LinkedHashMap<>(knobs));
        Objects.requireNonNull(coverage);
        properties = List.copyOf(properties);
    }

    public static CheckSummary of(CheckReport report) {
        Map<String, String> knobs = new LinkedHashMap<>();
        for (Program.Knob knob : report.scenario().knobs()) {
            knobs.put(knob.name(), Scenario.text(knob, knob.setting()));
        }
        return new CheckSummary(report.scenario().source(), report.scenario().name(),
                Optional.of(report.verdict()), "", report.states(), report.transitions(), report.depth(),
                report.elapsed().toNanos() / NANOSECONDS, report.threads(), report.reductions(),
                report.property(), report.trace().map(trace -> trace.steps().size()).orElse(0),
                report.limit(), report.scenario().expected(),
                Optional.of(report.scenario().kernel().toString()), report.scenario().profile(), knobs,
                Optional.of(report.coverage()), report.properties());
    }

    /** A scenario that could not be checked. */
    public static CheckSummary failed(String source, String scenario, String error) {
        return new CheckSummary(source, scenario, Optional.empty(), error, 0, 0, 0, 0, 0, true,
                Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Map.of(), Optional.empty(), List.of());
    }

    /** Whether the verdict is what it should be: what is expected, else that everything holds. */
    public boolean passed() {
        return expected.isPresent()
                ? verdict.equals(Optional.of(Verdict.VIOLATED)) && property.equals(expected)
                : verdict.equals(Optional.of(Verdict.HOLDS));
    }

    /** Whether no step was possible at all: then the verdict says nothing. */
    public boolean isVacuous() {
        return verdict.equals(Optional.of(Verdict.HOLDS)) && transitions == 0;
    }

    /** {@code violated update_is_kept}, {@code holds}, {@code undecided}, {@code error}. */
    public String answer() {
        return verdict.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("error")
                + property.map(name -> " " + name).orElse("");
    }

    /** Something that two answers do not have in common. */
    public record Change(String what, String before, String after) {
    }

    /** What came out differently than before; times are not compared. Empty if nothing did. */
    public List<Change> against(CheckSummary before) {
        List<Change> changes = new ArrayList<>();
        add(changes, "verdict", before.answer(), answer());
        add(changes, "error", before.error, error);
        add(changes, "expected", before.expected.orElse(""), expected.orElse(""));
        add(changes, "ended by", word(before.limit), word(limit));
        add(changes, "steps", number(before.steps), number(steps));
        add(changes, "states", number(before.states), number(states));
        add(changes, "transitions", number(before.transitions), number(transitions));
        add(changes, "depth", number(before.depth), number(depth));
        add(changes, "reductions", before.reductions ? "on" : "off", reductions ? "on" : "off");
        TreeSet<String> told = new TreeSet<>();
        Map<String, String> answers = answers(told);
        Map<String, String> answered = before.answers(told);
        told.forEach(
                name -> add(changes, name, answered.getOrDefault(name, ""), answers.getOrDefault(name, "")));
        add(changes, "statements never reached", unreached(before), unreached(this));
        add(changes, "kernel", before.kernel.orElse(""), kernel.orElse(""));
        add(changes, "CPU", before.profile.orElse(""), profile.orElse(""));
        TreeSet<String> names = new TreeSet<>(knobs.keySet());
        names.addAll(before.knobs.keySet());
        names.forEach(
                name -> add(changes, name, before.knobs.getOrDefault(name, ""),
                        knobs.getOrDefault(name, "")));
        return changes;
    }

    private Map<String, String> answers(TreeSet<String> told) {
        Map<String, String> answers = new LinkedHashMap<>();
        properties.forEach(one -> answers.put(one.name(), one.answer().word()));
        told.addAll(answers.keySet());
        return answers;
    }

    private static void add(List<Change> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(what, before, after));
        }
    }

    private static String word(Optional<Limit> limit) {
        return limit.map(one -> one.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static String number(long value) {
        return "%,d".formatted(value);
    }

    private static String unreached(CheckSummary summary) {
        return summary.coverage.map(one -> number(one.unreached().size())).orElse("");
    }
}
