package org.xstate.check;

/** What ended an exploration that did not come to its end. */
public enum Limit {
    /** The bound on the number of states. */
    STATES,
    /** The bound on memory, or the operating system's refusal to give more. */
    MEMORY,
    /** The bound on time. */
    TIME,
    /** A {@link CancelToken}. */
    CANCELLED
}
