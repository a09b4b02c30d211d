package org.xstate.sim.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The headers for C compilers say what the library says. That they are enough is tested with the models. */
class VocabularyTest {

    private static final Path EXAMPLES = Path.of("../../examples");

    @Test
    void the_headers_declare_what_the_library_declares() throws IOException {
        Map<String, String> headers = Vocabulary.headers();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            Files.writeString(Path.of("target", header.getKey()), header.getValue());
        }
        for (String header : headers.keySet()) {
            assertEquals(-1, Files.mismatch(Path.of("target", header), EXAMPLES.resolve(header)),
                    "the library has changed: copy bundles/org.xstate.sim/target/xstate-*.h to examples");
        }
    }
}
