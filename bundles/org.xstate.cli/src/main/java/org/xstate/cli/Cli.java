package org.xstate.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

import org.xstate.analysis.text.Style;
import org.xstate.cli.internal.Runner;
import org.xstate.cli.internal.Session;

/** Entry point of every launcher. */
public final class Cli {

    private Cli() {
    }

    /**
     * Runs one command line. Colour is used when the launcher says that stdout is a terminal (system property
     * {@code xstate.terminal}) and NO_COLOR is not set.
     *
     * @param arguments as typed, without the program's name
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String[] arguments, Host host, PrintStream out, PrintStream err) {
        return run(arguments, host, out, err,
                Boolean.getBoolean("xstate.terminal") && System.getenv("NO_COLOR") == null);
    }

    static int run(String[] arguments, Host host, PrintStream out, PrintStream err, boolean colour) {
        Session session = new Session(host, out, err, new Style(colour));
        int code;
        try {
            code = new Runner(session).run(arguments);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            err.println("xstate: internal error: " + e);
            err.println(
                    "This is a bug of Xstate Workbench, not of your input. Please report it with the lines below:");
            err.print(trace);
            code = ExitCode.INTERNAL;
        }
        out.flush();
        return out.checkError() ? ExitCode.worst(code, ExitCode.CANNOT_WRITE) : code;
    }
}
