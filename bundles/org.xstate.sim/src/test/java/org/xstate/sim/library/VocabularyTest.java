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
        Path made = Files.writeString(Path.of("target", "xstate-kernel.h"), Vocabulary.header());
        assertEquals(-1, Files.mismatch(made, EXAMPLES.resolve("xstate-kernel.h")),
                "the library has changed: copy bundles/org.xstate.sim/target/xstate-kernel.h to examples");
    }
}
