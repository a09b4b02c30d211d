package org.xstate.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/** Where tests find their inputs. */
final class TestInputs {

    private TestInputs() {
    }

    /** The repository's root. */
    static Path root() {
        return Path.of(System.getProperty("xstate.root", "../.."));
    }

    static Path example(String name) {
        return root().resolve("examples").resolve(name);
    }

    /** A folder of the recorded corpus; the test is skipped where it is absent. */
    static Path corpus(String name) {
        Path path = Path.of(System.getProperty("xstate.corpus", "../../../shared/corpus")).resolve(name);
        Assumptions.assumeTrue(Files.exists(path),
                () -> path + " is absent: set -Dxstate.corpus to the folder of the recorded corpus");
        return path;
    }
}
