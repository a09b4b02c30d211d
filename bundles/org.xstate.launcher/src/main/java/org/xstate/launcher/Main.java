package org.xstate.launcher;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xstate.cli.Cli;

/** What the {@code xstate} script runs. */
public final class Main {

    private Main() {
    }

    public static void main(String[] typed) {
        // UTF-8 whatever the locale: output is the same bytes everywhere
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code = run(List.of(typed), Installation.current(), out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static int run(List<String> typed, Installation installation, PrintStream out, PrintStream err) {
        try {
            LaunchRequest request = LaunchRequest.parse(typed);
            return Cli.run(request.arguments().toArray(String[]::new), ClassPathHost.of(installation), out,
                    err);
        } catch (LaunchFailure e) {
            out.flush();
            err.println("xstate: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), true,
                StandardCharsets.UTF_8);
    }
}
