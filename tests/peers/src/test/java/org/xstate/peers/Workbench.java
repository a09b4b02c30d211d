package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.xstate.cli.Cli;
import org.xstate.cli.Host;

/** Our own command line, run inside the test. */
final class Workbench {

    private Workbench() {
    }

    /** Runs a command that has to end with exit code 0. @param words strings, numbers and paths @return its stdout */
    static String run(List<?> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = Host.onClassPath(Workbench.class.getClassLoader(), List::of);
        int code = Cli.run(words.stream().map(Object::toString).toArray(String[]::new), host,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertEquals(0, code, () -> words + ": " + out + err);
        return out.toString(StandardCharsets.UTF_8);
    }
}
