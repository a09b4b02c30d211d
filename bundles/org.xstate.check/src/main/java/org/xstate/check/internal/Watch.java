package org.xstate.check.internal;

import org.xstate.check.Successors;

/** What an exploration is after: told by one thread what it comes by. */
interface Watch {

    /** Whether the successors of a state are wanted; asked once for each state. */
    boolean goesOn(long[] words, int at);

    /**
     * A state was expanded.
     *
     * @param out  holds its successors and failed steps, from number {@code from} on
     * @param from their number if there are none
     */
    void expanded(long[] words, int at, int depth, Successors out, int from);

    /**
     * A state was found. One that was told already may be told again, at the same or a greater depth, when there is no
     * room any more to keep states.
     */
    void found(long[] states, int at, int depth);

    /** An assertion of a property failed within a step; the state is the one in which the step stopped. */
    void failed(long[] states, int at, int property, int depth);
}
