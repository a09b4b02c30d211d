package org.xstate.cli;

import java.io.PrintStream;

/** Entry point of every launcher. */
public final class Cli {

    private Cli() {
    }

    /**
     * Runs one command line.
     *
     * @param arguments as typed, without the program's name
     * @return the exit code, as documented in the manual
     */
    public static int run(String[] arguments, Host host, PrintStream out, PrintStream err) {
        err.println("xstate: no such command: " + String.join(" ", arguments));
        return 64;
    }
}
