package org.xstate.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.xstate.check.Progress;

class ProgressLineTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private static Progress progress(long states) {
        return new Progress(states, 3_600_000, 31, 800_000, 1_100_000, 2_040_109_466L, Duration.ofSeconds(3));
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneLineIsRedrawnInPlace() {
        ProgressLine line = new ProgressLine(err, true);
        line.progress(progress(12_400_000));
        assertEquals("\rcheck  12.4 M states  3.6 M/s  level 31  queue 1.1 M  1.9 GiB  0:03", written());
        line.progress(progress(9));
        assertEquals(2, written().split("\r").length - 1);
        assertTrue(written().endsWith("0:03     "), "the rest of the longer line is blanked");
        line.clear();
        assertTrue(written().endsWith(" \r"), "what follows starts in the first column");
    }

    @Test
    void nothingIsWrittenWhereNobodyLooks() {
        ProgressLine line = new ProgressLine(err, false);
        line.progress(progress(1));
        line.clear();
        assertEquals("", written());
    }
}
