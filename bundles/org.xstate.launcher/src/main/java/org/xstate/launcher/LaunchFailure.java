package org.xstate.launcher;

/** The launcher cannot go on, for a reason that the user can mend; not a bug. */
final class LaunchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    LaunchFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
