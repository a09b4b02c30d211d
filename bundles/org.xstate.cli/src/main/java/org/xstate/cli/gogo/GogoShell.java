package org.xstate.cli.gogo;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.xstate.cli.ExitCode;
import org.xstate.cli.Host;
import org.xstate.cli.Stopper;

/** Gogo with our commands, for whoever reads lines. One line at a time. */
public final class GogoShell implements AutoCloseable {

    private static final List<String> BUNDLES = List.of("org.apache.felix.gogo.runtime",
            "org.apache.felix.gogo.command", "org.apache.felix.gogo.shell");

    private final GogoCommands commands;
    private final CommandSession session;
    private final PrintStream out;
    private final PrintStream err;

    private GogoShell(GogoCommands commands, CommandSession session, PrintStream out, PrintStream err) {
        this.commands = commands;
        this.session = session;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts Gogo's bundles if they do not run.
     *
     * @param context of a framework that has them
     * @param colour  whether commands may write escape sequences for colours
     * @throws IllegalStateException if the framework lacks Gogo
     */
    public static GogoShell open(BundleContext context, Host host, InputStream in, PrintStream out,
            PrintStream err, boolean colour) {
        // Gogo's own shell would read our input
        System.setProperty("gosh.args", "--nointeractive");
        for (Bundle bundle : context.getBundles()) {
            if (BUNDLES.contains(bundle.getSymbolicName())) {
                start(bundle);
            }
        }
        ServiceReference<CommandProcessor> processor = Optional
                .ofNullable(context.getServiceReference(CommandProcessor.class))
                .orElseThrow(() -> new IllegalStateException("Gogo does not run"));
        GogoCommands commands = GogoCommands.register(runtime(context), host);
        CommandSession session = context.getService(processor).createSession(in, out, err);
        GogoCommands.prepare(session, colour);
        return new GogoShell(commands, session, out, err);
    }

    /** A function counts as one for Gogo if it comes from a bundle that has Gogo's class, which the system's has not. */
    private static BundleContext runtime(BundleContext context) {
        return Stream.of(context.getBundles())
                .filter(bundle -> BUNDLES.getFirst().equals(bundle.getSymbolicName()))
                .map(Bundle::getBundleContext).findFirst()
                .orElseThrow(() -> new IllegalStateException("Gogo is not installed"));
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            throw new IllegalStateException(bundle + " does not start", e);
        }
    }

    /** What names of files are relative to; {@code cd} changes it. */
    public Path folder() {
        return session.currentDir();
    }

    /** Exit code of the last of our commands, or of a line that Gogo refused. */
    public int exitCode() {
        return session.get(GogoCommands.EXIT) instanceof Integer code ? code : ExitCode.CLEAN;
    }

    /** Runs a line on the calling thread. What is wrong with it is written to {@code err}. */
    public void execute(String line, Stopper stopper) {
        if (line.isBlank() || line.strip().startsWith("#")) {
            return;
        }
        session.put(GogoCommands.EXIT, ExitCode.CLEAN);
        session.put(GogoCommands.STOPPER, stopper);
        try {
            Object result = session.execute(line);
            // grep and their like answer whether they succeeded
            if (result != null && !(result instanceof Boolean)) {
                out.println(session.format(result, Converter.INSPECT));
            }
        } catch (Exception e) {
            // Gogo throws whatever a line may do wrong
            err.println("xstate: " + Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
            session.put(GogoCommands.EXIT, ExitCode.USAGE);
        }
        out.flush();
        err.flush();
    }

    @Override
    public void close() {
        session.close();
        commands.close();
    }
}
