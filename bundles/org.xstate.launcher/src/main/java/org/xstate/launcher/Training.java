package org.xstate.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Runs what people run most, so that the JVM can write an ahead-of-time cache of the classes and methods in use. Output
 * goes nowhere; what a command returns does not matter.
 */
public final class Training {

    private static final List<List<String>> COMMANDS = List.of(List.of("--version"), List.of("--help"),
            List.of("layout", "--cpu", "zen3"), List.of("layout", "--cpu", "zen3", "--json"),
            List.of("layout", "--cpu", "sapphire-rapids", "--compacted"), List.of("cpus"),
            List.of("features"),
            List.of("features", "--json"));

    private Training() {
    }

    public static void main(String[] arguments) {
        Installation installation = Installation.current();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (List<String> command : COMMANDS) {
            Main.run(command, installation, nowhere, nowhere);
        }
    }
}
