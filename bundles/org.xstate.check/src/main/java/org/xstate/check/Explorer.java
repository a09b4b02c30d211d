package org.xstate.check;

import org.xstate.check.internal.Search;
import org.xstate.model.state.StateLayout;

/**
 * Visits every reachable state of a {@link TransitionSystem}, level by level.
 *
 * <p>A violation ends the search when the level in which it was found is complete. So the counterexample is a shortest
 * one, and it and all counts are the same for any number of threads.
 */
public final class Explorer {

    private Explorer() {
    }

    public static Exploration explore(TransitionSystem system, ExplorationOptions options) {
        return explore(system, options, new CancelToken(), ProgressListener.SILENT);
    }

    /**
     * Explores and returns when the answer is known, a bound is reached, or the token is cancelled.
     *
     * @throws IllegalArgumentException if the system's sizes are out of range
     */
    public static Exploration explore(TransitionSystem system, ExplorationOptions options, CancelToken token,
            ProgressListener listener) {
        if (system.words() < 1 || system.words() > StateLayout.MAX_WORDS) {
            throw new IllegalArgumentException("a state of " + system.words() + " words");
        }
        return new Search(system, options, token, listener).run();
    }
}
