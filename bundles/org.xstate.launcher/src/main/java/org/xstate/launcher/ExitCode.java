package org.xstate.launcher;

/** The exit codes that the launcher itself gives; those of commands come from the command line. */
final class ExitCode {

    static final int USAGE = 64;
    static final int INPUT_MISSING = 66;
    static final int INTERNAL = 70;
    static final int PLUGIN_FAILED = 71;
    static final int CANNOT_WRITE = 73;

    private ExitCode() {
    }
}
