package org.xstate.analysis.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.xstate.analysis.check.CheckReport;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.LoadedScenario;
import org.xstate.sim.scenario.Scenario;

/** Checks scenarios again and again, each time with one thing set differently. */
public final class Compare {

    /** The setting of a comparison without rules in which none is missing. */
    public static final String AS_IT_IS = "-";

    private static final Set<String> FLAG = Set.of("false", "true");

    /** Knobs that choose what is looked at, not how the kernel behaves. */
    private static final String PROPERTY = "check_";

    private final LoadOptions options;
    private final Function<LoadOptions, List<LoadedScenario>> loader;
    private final Function<Scenario, CheckReport> checker;

    /**
     * @param options what is set for all
     * @param loader  gives the scenarios of one file under some options
     * @param checker answers about one of them
     */
    public Compare(LoadOptions options, Function<LoadOptions, List<LoadedScenario>> loader,
            Function<Scenario, CheckReport> checker) {
        this.options = options;
        this.loader = loader;
        this.checker = checker;
    }

    /** How one value is set. */
    public interface Setting {
        /** The options with that value. */
        LoadOptions apply(LoadOptions options, String value);
    }

    /** Each scenario of the file under each value. */
    public List<Comparison.Row> vary(List<String> values, Setting setting) {
        Map<String, List<Comparison.Cell>> cells = new LinkedHashMap<>();
        Map<String, String> sources = new LinkedHashMap<>();
        for (String value : values) {
            for (LoadedScenario loaded : loader.apply(setting.apply(options, value))) {
                cells.computeIfAbsent(loaded.name(), _ -> new ArrayList<>())
                        .add(cell(value, Optional.empty(), loaded));
                loaded.scenario().ifPresent(scenario -> sources.put(loaded.name(), scenario.source()));
            }
        }
        return cells.entrySet().stream().map(entry -> new Comparison.Row(
                sources.getOrDefault(entry.getKey(), ""), entry.getKey(), entry.getValue())).toList();
    }

    /** The values of a knob in the order in which it declares them; empty if no scenario of the file has it. */
    public List<String> values(String knob) {
        Set<String> values = new LinkedHashSet<>();
        loader.apply(options).forEach(loaded -> loaded.scenario().stream()
                .flatMap(scenario -> scenario.knobs().stream()).filter(one -> one.name().equals(knob))
                .forEach(one -> values.addAll(one.values().keySet())));
        return List.copyOf(values);
    }

    /**
     * Each scenario of the file as it is, and then with one rule of the kernel less at a time. A rule is a flag of the
     * library's kernel text that is set, or a choice among several ways, each other one of which is tried; its place is where it is declared, with the commit that brought it.
     */
    public List<Comparison.Row> withoutEachRule() {
        List<Comparison.Row> rows = new ArrayList<>();
        for (LoadedScenario loaded : loader.apply(options)) {
            List<Comparison.Cell> cells = new ArrayList<>();
            cells.add(cell(AS_IT_IS, Optional.empty(), loaded));
            loaded.scenario()
                    .ifPresent(scenario -> rules(scenario).forEach(rule -> without(scenario.name(), rule,
                            cells)));
            rows.add(new Comparison.Row(loaded.scenario().map(Scenario::source).orElse(""), loaded.name(),
                    cells));
        }
        return rows;
    }

    private void without(String scenario, Program.Knob rule, List<Comparison.Cell> cells) {
        boolean flag = rule.values().keySet().equals(FLAG);
        rule.values().forEach((value, number) -> {
            if (number != rule.setting()) {
                Map<String, String> knobs = new LinkedHashMap<>(options.knobs());
                knobs.put(rule.name(), value);
                loader.apply(options.only(List.of(scenario)).with(knobs))
                        .forEach(loaded -> cells.add(cell(flag ? rule.name() : rule.name() + "=" + value,
                                Optional.of(rule.span().file() + ":" + rule.span().line()), loaded)));
            }
        });
    }

    private static List<Program.Knob> rules(Scenario scenario) {
        return scenario.knobs().stream()
                .filter(knob -> scenario.isLibrary(knob.span().file())
                        && !scenario.isHardware(knob.span().file()))
                .filter(knob -> knob.values().keySet().equals(FLAG) ? knob.setting() == 1 : isChoice(knob))
                .filter(knob -> !knob.name().startsWith(PROPERTY)).toList();
    }

    /** Whether the values have names: a number is a bound, not a way to behave. */
    private static boolean isChoice(Program.Knob knob) {
        return knob.values().keySet().stream().noneMatch(name -> name.matches("-?[0-9]+"));
    }

    private Comparison.Cell cell(String setting, Optional<String> place, LoadedScenario loaded) {
        if (loaded.scenario().isEmpty()) {
            return new Comparison.Cell(setting, place, Optional.empty(), Optional.empty(), Optional.empty(),
                    0,
                    Optional.of(loaded.text().lines().findFirst().orElse("the model has errors")));
        }
        CheckReport report = checker.apply(loaded.scenario().get());
        return new Comparison.Cell(setting, place, Optional.of(report.verdict()), report.property(),
                report.trace().map(trace -> trace.steps().size()), report.states(), Optional.empty());
    }
}
