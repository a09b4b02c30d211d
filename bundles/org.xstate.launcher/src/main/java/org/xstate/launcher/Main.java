package org.xstate.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.cli.Cli;

/** What the {@code xstate} script runs. */
public final class Main {

    private Main() {
    }

    public static void main(String[] typed) {
        // one locale and one encoding: output is the same bytes everywhere
        Locale.setDefault(Locale.ROOT);
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        // what a plugin or a framework prints must not end up in a document
        System.setOut(err);
        int code = run(List.of(typed), Installation.current(), out, err);
        out.flush();
        err.flush();
        // System.exit looks for a logger first, which takes longer than many a command
        Runtime.getRuntime().halt(code);
    }

    static int run(List<String> typed, Installation installation, PrintStream out, PrintStream err) {
        try {
            LaunchRequest request = LaunchRequest.parse(typed);
            if (InteractiveShell.isMeant(request.arguments())) {
                return shell(request, installation, out, err);
            }
            try (RunningHost running = host(request, installation)) {
                int code = Cli.run(request.arguments().toArray(String[]::new), running.host(), out, err);
                return incomplete(code, running.failures(), err);
            }
        } catch (LaunchFailure e) {
            out.flush();
            err.println("xstate: " + e.getMessage());
            return e.exitCode();
        } catch (RuntimeException | LinkageError e) {
            out.flush();
            err.println("xstate: internal error; please report it with the command and these lines:");
            e.printStackTrace(err);
            return ExitCode.INTERNAL;
        }
    }

    /** A plugin that failed may be missing from the result, whatever the command made of it. */
    private static int incomplete(int code, List<Rejected> failures, PrintStream err) {
        if (failures.isEmpty() || code >= ExitCode.USAGE) {
            return code;
        }
        for (Rejected failed : failures) {
            err.println("xstate: plugin %s failed: %s: %s".formatted(failed.bundle(), failed.contribution(),
                    failed.reason()));
        }
        err.println("xstate: the result may lack something; xstate features says what to do");
        return ExitCode.PLUGIN_FAILED;
    }

    private static int shell(LaunchRequest request, Installation installation, PrintStream out,
            PrintStream err) {
        try (FrameworkHost running = framework(request, installation, plugins(request, installation))) {
            int code = InteractiveShell.run(running.context(), running.host(), System.in, out, err);
            return incomplete(code, running.failures(), err);
        }
    }

    /** A framework costs time, so there is one only where there is something for it to load, or on request. */
    private static RunningHost host(LaunchRequest request, Installation installation) {
        List<Path> plugins = plugins(request, installation);
        if (plugins.isEmpty() && request.framework().isEmpty()) {
            return ClassPathHost.of(installation);
        }
        return framework(request, installation, plugins);
    }

    private static FrameworkHost framework(LaunchRequest request, Installation installation,
            List<Path> plugins) {
        return FrameworkHost.start(request.framework().orElse(FrameworkChoice.FELIX), installation, plugins);
    }

    private static List<Path> plugins(LaunchRequest request, Installation installation) {
        List<Path> plugins = new ArrayList<>(Installation.jarsIn(installation.dropins()));
        request.pluginFolders().forEach(folder -> plugins.addAll(Installation.jarsIn(folder)));
        return plugins;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), true,
                StandardCharsets.UTF_8);
    }
}
