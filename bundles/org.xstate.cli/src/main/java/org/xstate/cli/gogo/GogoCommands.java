package org.xstate.cli.gogo;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;

import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.xstate.cli.ExitCode;
import org.xstate.cli.Host;
import org.xstate.cli.Shell;
import org.xstate.cli.Stopper;

/** Every command of the command line as a function of Gogo's; they write to the streams that Gogo gives to the thread. */
public final class GogoCommands implements AutoCloseable {

    public static final String SCOPE = "xstate";
    /** Variable of a session: the exit code of the last of our commands. */
    public static final String EXIT = "xstate.exit";
    /** Variable of a session: {@code true} if colours are wanted. */
    public static final String COLOUR = "xstate.colour";
    /** Variable of a session: the {@link Stopper} of the line that runs. */
    public static final String STOPPER = "xstate.stopper";

    private final List<ServiceRegistration<Function>> registrations = new ArrayList<>();

    private GogoCommands() {
    }

    /** Makes them known to whatever Gogo runs in the framework. */
    public static GogoCommands register(BundleContext context, Host host) {
        GogoCommands commands = new GogoCommands();
        List<String> names = new ArrayList<>(Shell.commands());
        names.add(Shell.HELP);
        for (String name : names) {
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put(CommandProcessor.COMMAND_SCOPE, SCOPE);
            properties.put(CommandProcessor.COMMAND_FUNCTION, new String[]{name});
            commands.registrations.add(context.registerService(Function.class,
                    (session, arguments) -> run(name, host, session, arguments), properties));
        }
        return commands;
    }

    /** Has a session find our commands before Gogo's own of the same name. */
    public static void prepare(CommandSession session, boolean colour) {
        session.put("SCOPE", SCOPE + ":*");
        session.put(COLOUR, colour);
        session.put(EXIT, ExitCode.CLEAN);
    }

    private static Object run(String name, Host host, CommandSession session, List<Object> arguments) {
        List<String> words = new ArrayList<>();
        words.add(name);
        arguments.forEach(argument -> words.add(String.valueOf(argument)));
        Stopper stopper = Optional.ofNullable(session.get(STOPPER)).map(Stopper.class::cast)
                .orElseGet(Stopper::new);
        int code = Shell.run(words, host, new Shell.Place(System.out, System.err,
                Boolean.TRUE.equals(session.get(COLOUR)), session.currentDir()), stopper);
        session.put(EXIT, code);
        // Gogo prints what a function returns
        return null;
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
