package org.xstate.ui.tests.product;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Starts the assembled product with the test bundle added, and hands on the result of each test in it. */
class WorkbenchIT {

    @TestFactory
    Stream<DynamicTest> insideTheDesktop() throws IOException, InterruptedException {
        return StartedProduct.withTests(Path.of("target").toAbsolutePath()).outcomes().stream()
                .map(outcome -> dynamicTest(outcome.name(), outcome::repeat));
    }
}
