package org.xstate.check;

import java.util.List;

import org.xstate.model.state.StateLayout;

/**
 * A finite set of states and the transitions between them, given by functions.
 *
 * <p>A state is {@link #words()} 64-bit words. Two states are the same if and only if all their words are equal, so a
 * system has to give unused bits one value. Bit 63 of word 0 belongs to the explorer and must be clear in every
 * state; {@link StateLayout} leaves it free.
 *
 * <p>A system is immutable and may be used by several threads. What an evaluation needs as scratch lives in the
 * {@link Evaluator}, of which each thread has its own.
 */
public interface TransitionSystem {

    /** The bit of word 0 which no state may use. */
    long RESERVED_BIT = 1L << 63;

    /** Number of 64-bit words of a state, 1 to {@value StateLayout#MAX_WORDS}. */
    int words();

    /** Names of the actions; an action id is an index into this list. */
    List<String> actions();

    /** Names of the properties; a property id is an index into this list. Empty: only reachability is explored. */
    List<String> properties();

    /** Functions for one thread. */
    Evaluator evaluator();
}
