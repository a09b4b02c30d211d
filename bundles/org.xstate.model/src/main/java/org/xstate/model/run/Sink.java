package org.xstate.model.run;

/** Takes successors; copies what it is given. */
public interface Sink {

    /** @param at index of the state's first word in {@code state} */
    void add(long[] state, int at, int action);

    /** A step within which a claim was violated; the state is the one in which it stopped. */
    void addFailed(long[] state, int at, int action, int claim);
}
