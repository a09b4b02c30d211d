package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The header for C compilers says what the library says. That it is enough is tested with the models. */
class VocabularyTest {

    private static final Path EXAMPLES = Path.of("../../examples");

    @Test
    void the_header_declares_what_the_library_declares() throws IOException {
        List<String> outdated = new ArrayList<>();
        for (Map.Entry<String, String> header : Vocabulary.headers().entrySet()) {
            Path made = Files.writeString(Path.of("target", header.getKey()), header.getValue());
            if (Files.mismatch(made, EXAMPLES.resolve(header.getKey())) != -1) {
                outdated.add("bundles/org.xstate.sim/" + made);
            }
        }
        assertEquals(List.of(), outdated, "the library has changed: copy these to examples");
    }
}
