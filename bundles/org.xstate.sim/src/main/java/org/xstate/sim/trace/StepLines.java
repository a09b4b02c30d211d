package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;

import org.xstate.model.run.Transition;
import org.xstate.sim.run.Moment;
import org.xstate.sim.run.Position;
import org.xstate.sim.scenario.Scenario;

/**
 * The lines of single steps, as a trace tells them, each with its place in the history: for whoever walks an execution
 * statement by statement as a reader sees them, with what the hardware and the kernel's primitives do inside folded away.
 */
public final class StepLines {

    private final TraceBuilder builder;

    public StepLines(Scenario scenario) {
        this.builder = new TraceBuilder(scenario);
    }

    /**
     * A line.
     *
     * @param end   where its statement is done; of the last line of a step the end of the step
     * @param quiet whether nothing in the step matters
     */
    public record Line(Position end, Actor actor, TraceLine text, boolean quiet) {
        public Line {
            Objects.requireNonNull(end);
            Objects.requireNonNull(actor);
            Objects.requireNonNull(text);
        }
    }

    /**
     * At least one, in order.
     *
     * @param number of the step, from 1
     * @param before the state from which it was taken
     */
    public List<Line> of(int number, long[] before, Transition transition) {
        return builder.lines(number, before, transition);
    }

    /** The same for a step of a history, the initial moment first. */
    public List<Line> of(List<Moment> history, int number) {
        return of(number, history.get(number - 1).state(), history.get(number).by());
    }

    /** The place before a place at which a line ends: that of the line before, or the end of the step before. */
    public Position before(List<Moment> history, Position place) {
        if (place.step() == 0) {
            return place;
        }
        Position start = end(history, place.step() - 1);
        for (Line line : of(history, place.step())) {
            if (line.end().compareTo(place) < 0) {
                start = line.end();
            }
        }
        return start;
    }

    /** The place behind a place at which a line ends; the same at the end of the history. */
    public Position after(List<Moment> history, Position place) {
        if (place.step() > 0) {
            for (Line line : of(history, place.step())) {
                if (line.end().compareTo(place) > 0) {
                    return line.end();
                }
            }
        }
        return place.step() + 1 < history.size()
                ? of(history, place.step() + 1).getFirst().end()
                : place;
    }

    /** Where a step is over. */
    public static Position end(List<Moment> history, int step) {
        return new Position(step, step == 0 ? 0 : history.get(step).by().events().size());
    }
}
