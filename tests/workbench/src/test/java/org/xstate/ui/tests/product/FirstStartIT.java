package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What a new user sees, and sees again. */
class FirstStartIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private final Path workspace = TARGET.resolve("greeted-workspace");

    @Test
    void aNewWorkspaceIsGreetedOnce() throws Exception {
        StartedProduct.delete(workspace);
        passes("greeting-run", "FirstStartScript");
        assertEquals(List.of(), logged(), "something was logged");
        passes("greeted-run", "SecondStartScript");
        assertEquals(List.of(), logged(), "something was logged");
    }

    private void passes(String run, String script) throws Exception {
        try (LivingProduct product = LivingProduct.greeting(TARGET.resolve(run), workspace, script)) {
            assertEquals(0, product.exitCode(), product::logged);
            List<String> results = product.results();
            assertTrue(results.stream().anyMatch(line -> line.startsWith("PASSED\t")), product::logged);
            assertTrue(results.stream().noneMatch(line -> line.startsWith("FAILED")), product::logged);
        }
    }

    /** The entries of the workspace's log. */
    private List<String> logged() throws IOException {
        Path log = workspace.resolve(".metadata/.log");
        return Files.exists(log)
                ? Files.readAllLines(log).stream()
                        .filter(line -> line.startsWith("!ENTRY") || line.startsWith("!MESSAGE")).toList()
                : List.of();
    }
}
