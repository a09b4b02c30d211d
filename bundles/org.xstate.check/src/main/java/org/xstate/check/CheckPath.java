package org.xstate.check;

import java.util.List;
import java.util.OptionalInt;

/**
 * A shortest way to a violation: real states, from a real initial one, whatever was reduced.
 *
 * @param kind    what is wrong at its end
 * @param claim   number of the claim that is violated; empty for a deadlock
 * @param initial values of the slots, by number, of the initial state
 */
public record CheckPath(Counterexample.Kind kind, OptionalInt claim, long[] initial, List<CheckStep> steps) {

    public CheckPath {
        initial = initial.clone();
        steps = List.copyOf(steps);
    }

    @Override
    public long[] initial() {
        return initial.clone();
    }

    /** Number of steps. */
    public int length() {
        return steps.size();
    }

    /**
     * One step.
     *
     * @param action number of the rule, or number of rules + number of the process
     * @param slots  values of the slots after it; of a step that failed, where it stopped
     */
    public record CheckStep(int action, long[] slots) {

        public CheckStep {
            slots = slots.clone();
        }

        @Override
        public long[] slots() {
            return slots.clone();
        }
    }
}
