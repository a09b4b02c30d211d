package org.xstate.ui.machine.internal;

import java.util.List;
import java.util.Optional;

import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.trace.StepLines;
import org.xstate.ui.session.Session;

/** Moves a session line by line, as a trace is read. */
final class Walk {

    private Walk() {
    }

    private interface Way {
        Position from(StepLines lines, List<Moment> history, Position place);
    }

    static void back(Session session) {
        go(session, StepLines::before);
    }

    static void forward(Session session) {
        go(session, StepLines::after);
    }

    static void start(Session session) {
        go(session, (lines, history, place) -> new Position(0, 0));
    }

    static void end(Session session) {
        go(session, (lines, history, place) -> StepLines.end(history, history.size() - 1));
    }

    private static void go(Session session, Way way) {
        StepLines lines = new StepLines(session.scenario());
        Optional<Position> to = session.read(simulation -> Optional
                .of(way.from(lines, simulation.history(), simulation.position()))
                .filter(place -> !place.equals(simulation.position())));
        to.ifPresent(session::moveTo);
    }

    static boolean isAtStart(Simulation simulation) {
        return simulation.position().equals(new Position(0, 0));
    }

    static boolean isAtEnd(Simulation simulation) {
        return simulation.position().equals(simulation.end());
    }
}
