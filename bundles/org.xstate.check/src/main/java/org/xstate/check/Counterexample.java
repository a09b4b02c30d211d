package org.xstate.check;

import java.util.Arrays;
import java.util.List;

/**
 * A shortest path from an initial state to a violation.
 *
 * <p>Of all shortest paths it is a fixed one. The violation: the lowest property id, then the least final state (words
 * compared unsigned, from word 0 on), then a violated state before a failed step. From there backwards: the least
 * predecessor on a shortest path, and the lowest action id between the two. So it depends neither on the number of
 * threads nor on chance.
 *
 * @param kind what went wrong at its end
 * @param property id of the violated property; {@link Evaluator#NONE} for a deadlock
 * @param initial words of the initial state
 * @param steps the steps from there; none if the initial state is the violation
 */
public record Counterexample(Kind kind, int property, long[] initial, List<Step> steps) {

    /** What is wrong at the end of a path. */
    public enum Kind {
        /** The last state violates a property. */
        STATE,
        /** An assertion failed within the last step; the last state is that in which the step stopped. */
        STEP,
        /** The last state has no successor. */
        DEADLOCK
    }

    public Counterexample {
        initial = initial.clone();
        steps = List.copyOf(steps);
    }

    @Override
    public long[] initial() {
        return initial.clone();
    }

    /** Number of transitions. */
    public int length() {
        return steps.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counterexample that && kind == that.kind && property == that.property
                && Arrays.equals(initial, that.initial) && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(initial) + steps.hashCode();
    }

    @Override
    public String toString() {
        return "Counterexample[" + kind + ", property=" + property + ", initial=" + Arrays.toString(initial)
                + ", steps=" + steps + "]";
    }
}
