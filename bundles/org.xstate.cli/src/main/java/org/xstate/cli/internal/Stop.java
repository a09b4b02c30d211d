package org.xstate.cli.internal;

/** Ends a command with a message for the user and an exit code; not for bugs. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** @param message what is wrong, where, and what to do; without {@code xstate:} in front */
    Stop(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
