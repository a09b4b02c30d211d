package org.xstate.analysis.check;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.xstate.sim.run.Schedule;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceBuilder;

/** Single executions of a scenario: given, replayed, or by chance. */
public final class ScenarioRun {

    private ScenarioRun() {
    }

    /** @throws IllegalArgumentException if a step of the schedule is not possible; the message says which are */
    public static RunReport schedule(Scenario scenario, String text) {
        Simulation simulation = Execution.replay(scenario.machine(), 0, Schedule.parse(text));
        return report(scenario, text.isBlank() ? "nothing yet" : "schedule " + text.strip(), simulation);
    }

    /**
     * Replays a trace.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException if it does not fit the scenario; the message says where
     */
    public static RunReport replay(Scenario scenario, TraceFile file, String name) {
        boolean same = scenario.digest().equals(file.digest());
        Simulation simulation = replayed(scenario, file);
        RunReport report = report(scenario, "trace " + name, simulation);
        Optional<String> property = report.trace().end().map(end -> end.property());
        if (!property.equals(file.property())) {
            throw new IllegalArgumentException(
                    (same ? "the trace is damaged: " : "the model has changed since the trace was made: ")
                            + "it was made to violate " + file.property().orElse("nothing")
                            + ", and now violates " + property.orElse("nothing"));
        }
        return report;
    }

    /**
     * The history that a trace tells.
     *
     * @throws IllegalArgumentException if it does not fit the scenario; the message says where
     */
    public static Simulation replayed(Scenario scenario, TraceFile file) {
        try {
            return Execution.replay(scenario.machine(), file.beginning(),
                    Schedule.parse(String.join(" ", file.moves())));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException((scenario.digest().equals(file.digest())
                    ? "the trace is damaged: "
                    : "the model has changed since the trace was made, and the trace no longer fits: ")
                    + e.getMessage(), e);
        }
    }

    /**
     * Takes steps by chance; equal seeds give equal runs.
     *
     * @param most steps at most
     */
    public static RunReport random(Scenario scenario, long seed, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        Simulation simulation = Simulation.of(scenario.machine());
        simulation.begin(random.nextInt(simulation.beginnings()));
        simulation.run(possible -> random.nextInt(possible.size()), List.of(), most);
        return report(scenario, "seed " + seed, simulation);
    }

    static RunReport report(Scenario scenario, String how, Simulation simulation) {
        Trace trace = TraceBuilder.of(scenario, simulation);
        List<String> moves = simulation.possibleMoves();
        List<String> statements = TraceBuilder.possible(scenario, simulation);
        List<RunReport.Possible> possible = IntStream.range(0, moves.size())
                .mapToObj(i -> new RunReport.Possible(moves.get(i), statements.get(i))).toList();
        RunReport.End end = simulation.violation().isPresent()
                ? RunReport.End.VIOLATED
                : possible.isEmpty() ? RunReport.End.ENDED : RunReport.End.STOPPED;
        TraceFile file = TraceFile.of(scenario, simulation.beginning(), Execution.moves(simulation),
                trace.end().map(violated -> violated.property()));
        return new RunReport(scenario, how, trace, end, possible, file);
    }
}
