package org.xstate.check;

import java.util.BitSet;

/**
 * The functions of a {@link TransitionSystem}, for one thread.
 *
 * <p>Each is a function of the state alone: called again on the same words, also by the evaluator of another thread,
 * it gives the same successors in the same order. Traces and equal results for any number of threads rest on this.
 */
public interface Evaluator {

    /** What {@link #violated} returns for a state in which every property holds. */
    int NONE = -1;

    /** Adds the initial states, in any order; the action id is ignored. The same state may be added twice. */
    void initial(Successors out);

    /**
     * Adds each successor of a state with the action that leads to it. A self-loop is a transition and is added; two
     * actions (or two choices of one action) that lead to the same state are two transitions and both are added.
     *
     * @param words holds the state; read only
     * @param at index of its first word
     */
    void successors(long[] words, int at, Successors out);

    /**
     * The lowest id of a property that the state violates, or {@link #NONE}.
     *
     * @param words holds the state; read only
     * @param at index of its first word
     */
    int violated(long[] words, int at);

    /**
     * Adds the id of every property that the state violates. As it is here it adds the lowest, which is all for a system
     * whose states violate one property at most.
     */
    default void violations(long[] words, int at, BitSet properties) {
        int lowest = violated(words, at);
        if (lowest != NONE) {
            properties.set(lowest);
        }
    }
}
