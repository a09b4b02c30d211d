package org.xstate.sim.run;

import java.util.Optional;

import org.xstate.model.run.Transition;

/**
 * A state of an execution.
 *
 * @param state one word for each slot
 * @param by    the transition that led to it; for the first one, what the setups did
 * @param move  the name of that transition; empty for the first one
 */
public record Moment(long[] state, Transition by, String move) {

    public Moment {
        state = state.clone();
    }

    @Override
    public long[] state() {
        return state.clone();
    }
}
