package org.xstate.analysis.replay.internal;

/** A sound row about something that the model does not know; caught where rows are read, and told as its reason. */
final class UnsupportedRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnsupportedRow(String message) {
        super(message);
    }
}
