package org.xstate.ui.tests.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.xstate.ui.tests.product.StartedProduct.Outcome;

/**
 * Prints how long the user interface was blocked during each workload. Not part of the tests: {@code scripts/bench-ui} names
 * it.
 */
class BenchUi {

    private static final long LIMIT = 100;

    @Test
    void everyWorkload() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder(
                "longest block of the user interface; limit %d ms%n".formatted(LIMIT));
        text.append("   first    again  busy for  all took\n");
        for (Outcome outcome : StartedProduct.measured(Path.of("target").toAbsolutePath()).outcomes()) {
            outcome.repeat();
            String[] fields = outcome.text().split("\t", 5);
            long first = Long.parseLong(fields[0]);
            long again = Long.parseLong(fields[1]);
            text.append(
                    "%5s ms %5s ms %6s ms %6s ms  %s%n".formatted(fields[0], fields[1], fields[2], fields[3],
                            outcome.name()));
            if (Math.max(first, again) > LIMIT) {
                text.append(fields[4]).append('\n');
            }
        }
        System.out.print(text);
    }
}
