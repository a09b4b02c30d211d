package org.xstate.cli.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.xstate.api.PluginFailure;
import org.xstate.cli.ExitCode;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Parses a command line, runs its command, and turns whatever ends it into a message and an exit code. */
public final class Runner {

    private final Session session;

    public Runner(Session session) {
        this.session = session;
    }

    public int run(String[] arguments) {
        try {
            return dispatch(List.of(arguments));
        } catch (Stop stop) {
            session.out().flush();
            session.err().println("xstate: " + stop.getMessage());
            return stop.exitCode();
        } catch (PluginFailure e) {
            session.out().flush();
            session.err().println("xstate: plugin %s failed: %s".formatted(e.bundle(), e.getMessage()));
            session.err().println("xstate: " + e.remedy() + "; xstate features says more");
            return ExitCode.PLUGIN_FAILED;
        } catch (InternalError e) {
            // the JVM's answer when a mapped file became shorter while it was read
            session.out().flush();
            session.err().println(
                    "xstate: an input could not be read to its end; was it changed meanwhile? (" + e + ")");
            return ExitCode.BAD_INPUT;
        }
    }

    private int dispatch(List<String> arguments) {
        Optional<String> name = arguments.stream().findFirst();
        if (name.isEmpty() || name.get().equals("--help") || name.get().equals("-h")
                || name.get().equals("help") && arguments.size() == 1) {
            Overview.print(session);
            return name.isEmpty() ? ExitCode.USAGE : ExitCode.CLEAN;
        }
        if (name.get().equals("--version") || name.get().equals("-V")) {
            Version.print(session);
            return ExitCode.CLEAN;
        }
        if (name.get().equals("help")) {
            return dispatch(List.of(arguments.get(1), "--help"));
        }
        Commands.Entry entry = Commands.find(name.get()).orElseThrow(() -> unknown(name.get()));
        return execute(entry, arguments.subList(1, arguments.size()));
    }

    private static Stop unknown(String name) {
        Optional<String> near = Commands.all().stream().map(Commands.Entry::name)
                .filter(known -> Distance.between(known, name) <= 2)
                .min(Comparator.comparingInt(known -> Distance.between(known, name)));
        String what = name.startsWith("-")
                ? "unknown option '" + name + "'"
                : "no such command: '" + name + "'";
        return new Stop(ExitCode.USAGE,
                what + near.map(known -> "; did you mean '" + known + "'?").orElse("")
                        + " (see xstate --help)");
    }

    private int execute(Commands.Entry entry, List<String> arguments) {
        Command command = entry.create().get();
        CommandSpec spec = command.spec();
        spec.name("xstate " + entry.name());
        CommandLine line = new CommandLine(spec).setColorScheme(session.style().ansi()
                ? CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.ON)
                : CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF)).setExpandAtFiles(false);
        ParseResult parsed;
        try {
            parsed = line.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            throw new Stop(ExitCode.USAGE,
                    entry.name() + ": " + e.getMessage() + " (see xstate " + entry.name()
                            + " --help)");
        }
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        if (innermost.isUsageHelpRequested()) {
            CommandLine asked = innermost.commandSpec().commandLine();
            session.out().print(asked.getUsageMessage(line.getColorScheme()));
            return ExitCode.CLEAN;
        }
        return command.run(parsed, session);
    }
}
