package org.xstate.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.xstate.cli.Host;
import org.xstate.cli.gogo.GogoCommands;

/** {@code xstate shell}: lines of standard input, run by Gogo with our commands in it. */
final class InteractiveShell {

    static final String COMMAND = "shell";

    private static final List<String> BUNDLES = List.of("org.apache.felix.gogo.runtime",
            "org.apache.felix.gogo.command", "org.apache.felix.gogo.shell");
    private static final String EXIT = "exit";

    private final CommandSession session;
    private final PrintStream err;
    private final boolean terminal;

    private InteractiveShell(CommandSession session, PrintStream err, boolean terminal) {
        this.session = session;
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether the arguments ask for a shell, and not what it is. */
    static boolean isMeant(List<String> arguments) {
        return arguments.equals(List.of(COMMAND));
    }

    /** @return the exit code of the last command */
    static int run(BundleContext context, Host host, InputStream in, PrintStream out, PrintStream err) {
        // Gogo's own shell would read our input
        System.setProperty("gosh.args", "--nointeractive");
        start(context);
        ServiceReference<CommandProcessor> reference = Optional
                .ofNullable(context.getServiceReference(CommandProcessor.class))
                .orElseThrow(() -> new IllegalStateException("Gogo does not run"));
        boolean terminal = Boolean.getBoolean("xstate.terminal");
        try (GogoCommands _ = GogoCommands.register(context, host);
                CommandSession session = context.getService(reference).createSession(in, out, err)) {
            GogoCommands.prepare(session, terminal && System.getenv("NO_COLOR") == null);
            return new InteractiveShell(session, err, terminal).read(in);
        }
    }

    private static void start(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLES.contains(bundle.getSymbolicName())) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    throw new IllegalStateException(bundle + " does not start", e);
                }
            }
        }
    }

    private int read(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            prompt();
            for (String line = lines.readLine(); line != null
                    && !line.strip().equals(EXIT); line = lines.readLine()) {
                execute(line);
                prompt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return code();
    }

    /** Only for people. */
    private void prompt() {
        if (terminal) {
            err.print(code() == 0 ? "xstate> " : "[" + code() + "] xstate> ");
            err.flush();
        }
    }

    private int code() {
        return session.get(GogoCommands.EXIT) instanceof Integer code ? code : ExitCode.INTERNAL;
    }

    // Gogo throws whatever a line may do wrong
    private void execute(String line) {
        if (line.isBlank() || line.strip().startsWith("#")) {
            return;
        }
        try {
            session.execute(line);
        } catch (Exception e) {
            err.println("xstate: " + Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
            session.put(GogoCommands.EXIT, ExitCode.USAGE);
        }
        session.getConsole().flush();
        err.flush();
    }
}
