package org.xstate.analysis.replay.internal;

/** A damaged row: a number that is none, a slot that is not there; caught where rows are read, and turned into a finding. */
final class BadRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRow(String message) {
        super(message);
    }

    BadRow(String message, Throwable cause) {
        super(message, cause);
    }
}
