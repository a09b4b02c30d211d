package org.xstate.analysis.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.analysis.machine.MachineGrid;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.CopyChanges;
import org.xstate.sim.trace.CopyChanges.Changed;
import org.xstate.sim.trace.CopyChanges.Copy;
import org.xstate.sim.trace.Snapshots;

/** The life of one copy of a component: which statements gave it another value, as the machine's view says of a cell. */
final class CopyHistory {

    private final Scenario scenario;
    private final Simulation simulation;

    CopyHistory(Scenario scenario, Simulation simulation) {
        this.scenario = scenario;
        this.simulation = simulation;
    }

    /**
     * A line for each change in the whole history; {@code +} is before what lies ahead of the place at which the session stands.
     *
     * @param name {@code registers of CPU0.SSE}
     */
    List<String> lines(String name) {
        Optional<CopyChanges> changes = CopyChanges.of(scenario);
        if (changes.isEmpty()) {
            return List.of(scenario.source() + " is in rule form and has no copies");
        }
        Map<String, Copy> copies = copies();
        Copy copy = copies.get(name);
        if (copy == null) {
            return List.of("changes takes " + String.join(", ", copies.keySet()));
        }
        List<Moment> history = simulation.history();
        List<String> lines = new ArrayList<>();
        Optional<Changed> next = changes.get().next(history, copy, new Position(0, 0), () -> false);
        while (next.isPresent()) {
            Changed change = next.get();
            lines.add("%s [%d] %s  %s  → %s".formatted(
                    change.place().compareTo(simulation.position()) > 0 ? "+" : " ", change.place().step(),
                    change.line().text().place(), change.line().text().statement(), change.value()));
            next = changes.get().next(history, copy, change.place(), () -> false);
        }
        return lines.isEmpty() ? List.of("it has been as it is since the beginning") : lines;
    }

    private Map<String, Copy> copies() {
        Map<String, Copy> copies = new LinkedHashMap<>();
        Snapshots.of(scenario).ifPresent(snapshots -> {
            MachineGrid grid = MachineGrid.of(snapshots.at(simulation.history(), simulation.position()),
                    MachineGrid.Options.STANDARD);
            grid.snapshot().rows().forEach(row -> grid.columns().forEach(
                    column -> copies.put(row.title() + "." + column.name(), grid.copy(row, column))));
        });
        return copies;
    }
}
