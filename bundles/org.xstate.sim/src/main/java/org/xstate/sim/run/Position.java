package org.xstate.sim.run;

/**
 * A place in a history: after so many steps, and within the last of them after so many of its statements.
 *
 * @param step  number of steps; 0 is the initial state
 * @param event number of events of that step that have happened
 */
public record Position(int step, int event) implements Comparable<Position> {

    public Position {
        if (step < 0 || event < 0) {
            throw new IllegalArgumentException("a position before the beginning");
        }
    }

    @Override
    public int compareTo(Position other) {
        return step != other.step ? Integer.compare(step, other.step) : Integer.compare(event, other.event);
    }
}
