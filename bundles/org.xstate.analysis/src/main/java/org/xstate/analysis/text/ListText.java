package org.xstate.analysis.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/** {@code --list}: what a scenario consists of and what can be set. */
public final class ListText {

    private ListText() {
    }

    public static List<String> lines(Scenario scenario, Style style) {
        List<String> lines = new ArrayList<>();
        String about = scenario.profile()
                .map(profile -> "kernel " + scenario.kernel() + " · " + profile).orElse("rule form");
        lines.add(style.bold(scenario.name()) + "   " + scenario.source() + "   " + about);
        scenario.bounds().ifPresent(bounds -> lines.add("  within: " + bounds.text()));
        scenario.expected().ifPresent(property -> lines.add("  expected: " + property + " is violated"));
        Program program = scenario.program();
        if (!program.properties().isEmpty()) {
            Table properties = new Table("property", "says");
            program.properties().forEach(one -> properties.row(one.name(), one.sentence()));
            lines.add("");
            lines.addAll(properties.lines("  ", style));
        }
        if (!program.knobs().isEmpty()) {
            Table knobs = new Table("knob", "value", "default", "values");
            program.knobs().forEach(knob -> knobs.row(knob.name(), Scenario.text(knob, knob.setting()),
                    Scenario.text(knob, knob.standard()), values(knob)));
            lines.add("");
            lines.addAll(knobs.lines("  ", style));
        }
        return lines;
    }

    /** Ranges of numbers as from .. to. */
    private static String values(Program.Knob knob) {
        List<String> names = List.copyOf(knob.values().keySet());
        boolean numbers = names.size() > 2
                && knob.values().entrySet().stream()
                        .allMatch(value -> value.getKey().equals(Long.toString(value.getValue())));
        return numbers
                ? names.getFirst() + ".." + names.getLast()
                : names.stream().collect(Collectors.joining(" "));
    }
}
