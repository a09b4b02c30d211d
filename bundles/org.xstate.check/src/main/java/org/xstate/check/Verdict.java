package org.xstate.check;

/** What an exploration found out. */
public enum Verdict {
    /** Every reachable state was visited, and no property is violated. */
    HOLDS,
    /** A property is violated; there is a shortest counterexample. */
    VIOLATED,
    /** A bound was reached first; no violation within the depth that was completed. */
    UNDECIDED
}
