package org.xstate.cli;

/** The exit codes, as the manual page documents them. A code from 64 up wins over 10 to 13. */
public final class ExitCode {

    /** Done, nothing to report. */
    public static final int CLEAN = 0;
    /** A property is violated. */
    public static final int VIOLATED = 10;
    /** A verdict is not the one that its scenario expects. */
    public static final int UNEXPECTED = 11;
    /** Findings at or above {@code --fail-on}. */
    public static final int FINDINGS = 12;
    /** A bound was reached before the answer was known. */
    public static final int UNDECIDED = 13;
    /** The command line is wrong. */
    public static final int USAGE = 64;
    /** An input cannot be understood. */
    public static final int BAD_INPUT = 65;
    /** An input does not exist or cannot be read. */
    public static final int INPUT_MISSING = 66;
    /** A bug of the workbench. */
    public static final int INTERNAL = 70;
    /** A plugin failed. */
    public static final int PLUGIN_FAILED = 71;
    /** The output cannot be written. */
    public static final int CANNOT_WRITE = 73;
    /** Cancelled, as by Ctrl-C. */
    public static final int CANCELLED = 130;

    private ExitCode() {
    }

    /** The one to exit with when two parts of a run ended differently: the higher, because failures rank above findings. */
    static int worst(int one, int other) {
        return Math.max(one, other);
    }
}
