package org.xstate.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.xstate.cli.Host;
import org.xstate.cli.Stopper;
import org.xstate.cli.gogo.GogoShell;

/** {@code xstate shell}: lines of standard input, run by Gogo with our commands in it. */
final class InteractiveShell {

    private static final String COMMAND = "shell";
    private static final String EXIT = "exit";

    private final GogoShell shell;
    private final PrintStream err;
    private final boolean terminal;

    private InteractiveShell(GogoShell shell, PrintStream err, boolean terminal) {
        this.shell = shell;
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether the arguments ask for a shell, and not what it is. */
    static boolean isMeant(List<String> arguments) {
        return arguments.equals(List.of(COMMAND));
    }

    /** @return the exit code of the last command */
    static int run(BundleContext context, Host host, InputStream in, PrintStream out, PrintStream err) {
        boolean terminal = Boolean.getBoolean("xstate.terminal");
        try (GogoShell shell = GogoShell.open(context, host, in, out, err,
                terminal && System.getenv("NO_COLOR") == null)) {
            return new InteractiveShell(shell, err, terminal).read(in);
        }
    }

    private int read(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            prompt();
            for (String line = lines.readLine(); line != null
                    && !line.strip().equals(EXIT); line = lines.readLine()) {
                shell.execute(line, new Stopper());
                prompt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shell.exitCode();
    }

    /** Only for people. */
    private void prompt() {
        if (terminal) {
            int code = shell.exitCode();
            err.print(code == 0 ? "xstate> " : "[" + code + "] xstate> ");
            err.flush();
        }
    }
}
