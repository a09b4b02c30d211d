package org.xstate.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A C program whose threads hold known register values. */
enum Program {

    STATE_64("state.c", "-pthread"),
    /** Without a C library, so that no 32-bit development files are needed. */
    STATE_32("state32.c", "-m32", "-ffreestanding", "-nostdlib", "-static", "-fno-pie", "-no-pie",
            "-fno-stack-protector");

    private final String source;
    private final List<String> options;

    Program(String source, String... options) {
        this.source = source;
        this.options = List.of(options);
    }

    /** The compiled program; the test is skipped where there is no compiler or another architecture. */
    Path compiled() {
        assumeTrue(System.getProperty("os.arch").equals("amd64")
                && System.getProperty("os.name").equals("Linux"), "this is not Linux on x86-64");
        Peer.GCC.assumePresent();
        Path program = Folders.base().resolve(name().toLowerCase());
        List<Object> arguments = new ArrayList<>(
                List.of("-O1", "-Wall", "-Wextra", "-Werror", "-o", program, Folders.resource(source)));
        arguments.addAll(options);
        Peer.Answer answer = Peer.GCC.run(Folders.base(), arguments.toArray());
        assertEquals("", answer.text(), "what the compiler says");
        return program;
    }
}
