package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Starts the assembled product with the test bundle added, and hands on the result of each test in it. */
class WorkbenchIT {

    @TestFactory
    Stream<DynamicTest> insideTheDesktop() throws IOException, InterruptedException {
        StartedProduct started = StartedProduct.withTests(Path.of("target").toAbsolutePath());
        List<String> lines = started.results();
        if (lines.isEmpty() || !lines.getLast().equals("END\t" + (lines.size() - 1))) {
            fail("the desktop ended early, with " + started.exitCode() + ":\n" + started.endOfLog());
        }
        assertTrue(lines.size() > 1, "no test was run");
        return lines.stream().limit(lines.size() - 1).map(line -> line.split("\t", -1))
                .map(WorkbenchIT::test);
    }

    private static DynamicTest test(String[] fields) {
        String text = new String(Base64.getDecoder().decode(fields[2]), StandardCharsets.UTF_8);
        return dynamicTest(fields[1], () -> {
            if (fields[0].equals("SKIPPED")) {
                abort(text);
            }
            assertEquals("PASSED", fields[0], text);
        });
    }
}
