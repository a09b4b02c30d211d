package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The header for C compilers says what the library says, and is enough for the files that use the library. */
class VocabularyTest {

    private static final Path EXAMPLES = Path.of("../../examples");

    @Test
    void the_header_declares_what_the_library_declares() throws IOException {
        assertEquals(Vocabulary.header(), Files.readString(EXAMPLES.resolve("xstate-kernel.h")),
                "write it again with Vocabulary.main");
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(EXAMPLES)) {
            return all.filter(file -> file.toString().endsWith(".c")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_C_compiler_accepts_every_shipped_model(Path file) throws IOException, InterruptedException {
        Process gcc = new ProcessBuilder(List.of("gcc", "-fsyntax-only", "-include",
                EXAMPLES.resolve("xstate.h").toString(), file.toString())).redirectErrorStream(true).start();
        String said = new String(gcc.getInputStream().readAllBytes());
        gcc.waitFor();
        assertEquals("", said);
    }
}
