package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.OpenKnobs;
import org.xstate.model.ir.GlobalUses;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;

/**
 * A scenario that judges combinations.
 *
 * @param scenario with every knob at its default; what depends on open knobs is not to be asked of it
 * @param opened   numbers of the space's knobs that it reads and does not set
 * @param pinned   for each knob of the space the value that the scenario sets, if it does
 * @param cases    the knobs that are cases and that it reads
 * @param cells    combinations of the values of the cases; one without values if there are none
 * @param costs    names of cost variables that something changes in it
 */
record Judge(Scenario scenario, List<Integer> opened, List<Optional<Long>> pinned, List<Program.Knob> cases,
        List<List<Long>> cells, List<String> costs) {

    /** Empty if nothing that the scenario does depends on the knobs. */
    static Optional<Judge> of(Scenario plain, Program opened, List<Program.Knob> knobs,
            List<Program.Knob> cases, List<String> costs) {
        GlobalUses uses = new GlobalUses(opened);
        Set<String> behaviour = uses.readByBehaviour();
        if (knobs.stream().map(Program.Knob::name).noneMatch(behaviour::contains)) {
            return Optional.empty();
        }
        Set<String> read = new HashSet<>(behaviour);
        read.addAll(uses.readBySetups());
        List<Integer> open = new ArrayList<>();
        List<Optional<Long>> pinned = new ArrayList<>();
        for (int i = 0; i < knobs.size(); i++) {
            String name = knobs.get(i).name();
            boolean set = isSet(plain, name);
            pinned.add(set
                    ? plain.knobs().stream().filter(one -> one.name().equals(name)).findFirst()
                            .map(Program.Knob::setting)
                    : Optional.empty());
            if (!set && read.contains(name)) {
                open.add(i);
            }
        }
        List<Program.Knob> used = cases.stream()
                .filter(one -> read.contains(one.name()) && !isSet(plain, one.name())).toList();
        Set<String> written = uses.writtenByBehaviour();
        List<String> counted = costs.stream().filter(written::contains).toList();
        return Optional.of(new Judge(plain, open, pinned, used, cells(used), counted));
    }

    private static boolean isSet(Scenario scenario, String knob) {
        return scenario.program().scenario().stream().flatMap(one -> one.settings().stream())
                .anyMatch(setting -> setting.name().equals("set")
                        && setting.arguments().getFirst().equals(knob));
    }

    private static List<List<Long>> cells(List<Program.Knob> cases) {
        List<List<Long>> cells = List.of(List.of());
        for (Program.Knob one : cases) {
            List<List<Long>> longer = new ArrayList<>();
            for (List<Long> cell : cells) {
                for (long value : one.values().values()) {
                    List<Long> next = new ArrayList<>(cell);
                    next.add(value);
                    longer.add(next);
                }
            }
            cells = longer;
        }
        return cells;
    }

    /** Whether the scenario is about a combination at all: about others it says nothing. */
    boolean isAbout(List<Long> combination) {
        for (int i = 0; i < combination.size(); i++) {
            Optional<Long> value = pinned.get(i);
            if (value.isPresent() && !value.get().equals(combination.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Names of the knobs that are open, the cases last. */
    List<String> names(KnobSpace space) {
        List<String> names = new ArrayList<>();
        opened.forEach(number -> names.add(space.knobs().get(number).name()));
        cases.forEach(one -> names.add(one.name()));
        return names;
    }

    /** The values of these knobs for a combination in a cell. */
    List<Long> row(List<Long> combination, List<Long> cell) {
        List<Long> row = new ArrayList<>();
        opened.forEach(number -> row.add(combination.get(number)));
        row.addAll(cell);
        return row;
    }

    OpenKnobs open(KnobSpace space, List<List<Long>> rows) {
        return new OpenKnobs(names(space), Optional.of(rows));
    }

    /** A cell as it is written: {@code entry=ENTRY_L1 then=THEN_kf}; empty without cases. */
    String written(List<Long> cell) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            texts.add(cases.get(i).name() + "=" + Scenario.text(cases.get(i), cell.get(i)));
        }
        return String.join(" ", texts);
    }
}
