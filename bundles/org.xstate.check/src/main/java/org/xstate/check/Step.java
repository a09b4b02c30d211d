package org.xstate.check;

import java.util.Arrays;

/**
 * One step of a counterexample.
 *
 * @param action id of the action
 * @param state words of the state after it
 */
public record Step(int action, long[] state) {

    public Step {
        state = state.clone();
    }

    @Override
    public long[] state() {
        return state.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Step step && action == step.action && Arrays.equals(state, step.state);
    }

    @Override
    public int hashCode() {
        return 31 * action + Arrays.hashCode(state);
    }

    @Override
    public String toString() {
        return "Step[action=" + action + ", state=" + Arrays.toString(state) + "]";
    }
}
