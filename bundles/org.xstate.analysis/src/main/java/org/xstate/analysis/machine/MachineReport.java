package org.xstate.analysis.machine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.xstate.analysis.picture.Picture;
import org.xstate.model.link.Machine;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.MachineSnapshot;
import org.xstate.sim.trace.Snapshots;
import org.xstate.sim.trace.StepLines;

/**
 * The machine at one place of an execution, for commands and views.
 *
 * @param scenario name
 * @param snapshot where the state is
 * @param caption  which place that is
 */
public record MachineReport(String scenario, MachineSnapshot snapshot, MachineCaption caption) {

    public MachineReport {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(snapshot);
        Objects.requireNonNull(caption);
    }

    /**
     * What a report is made from; immutable, so that the simulation may go on meanwhile.
     *
     * @param wrong what is violated there; empty if nothing
     */
    public record Source(List<Moment> history, Position place, Optional<String> wrong) {

        public Source {
            history = List.copyOf(history);
            Objects.requireNonNull(place);
            Objects.requireNonNull(wrong);
        }

        public static Source of(Simulation simulation, Position place) {
            return new Source(simulation.history(), place, MachineReport.wrong(simulation, place));
        }
    }

    /** @param snapshots of that scenario */
    public static MachineReport of(Scenario scenario, Snapshots snapshots, Source source) {
        List<Moment> history = source.history();
        Position place = source.place();
        MachineSnapshot snapshot = snapshots.at(history, place);
        List<StepLines.Line> lines = place.step() == 0
                ? List.of()
                : new StepLines(scenario).of(history, place.step());
        int at = IntStream.range(0, lines.size()).filter(i -> lines.get(i).end().compareTo(place) >= 0)
                .findFirst().orElse(lines.size() - 1);
        String title = scenario.name() + (place.step() == 0
                ? ", at the beginning"
                : ", step %d of %d".formatted(place.step(), history.size() - 1)
                        + (lines.size() > 1 ? ", line %d of %d".formatted(at + 1, lines.size()) : ""));
        return new MachineReport(scenario.name(), snapshot,
                new MachineCaption(title, at < 0 ? "" : statement(lines.get(at)), source.wrong()));
    }

    private static String statement(StepLines.Line line) {
        String cpu = line.actor().cpu().isPresent() ? "CPU" + line.actor().cpu().getAsInt() + "  " : "";
        return cpu + line.actor().text() + "  " + line.text().place() + "  " + line.text().statement();
    }

    private static Optional<String> wrong(Simulation simulation, Position place) {
        return simulation.violation().filter(one -> place.equals(simulation.end())).map(one -> {
            Machine.Claim claim = simulation.machine().claims().get(one.claim());
            return "VIOLATED " + claim.name() + ": " + claim.sentence();
        });
    }

    public Picture picture(MachineGrid.Options options) {
        return MachinePicture.of(MachineGrid.of(snapshot, options), caption);
    }
}
