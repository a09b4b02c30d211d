package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

/** The header for C compilers says what the library says. That it is enough is tested with the models. */
class VocabularyTest {

    private static final Path EXAMPLES = Path.of("../../examples");

    @Test
    void the_header_declares_what_the_library_declares() throws IOException {
        assertEquals(Vocabulary.header(), Files.readString(EXAMPLES.resolve("xstate-kernel.h")),
                "write it again with Vocabulary.main");
    }
}
