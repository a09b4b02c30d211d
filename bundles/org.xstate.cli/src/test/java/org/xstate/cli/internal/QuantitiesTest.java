package org.xstate.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({"512, 512", "512B, 512", "4k, 4096", "2M, 2097152", "1G, 1073741824", "1GiB, 1073741824",
        "3T, 3298534883328"})
    void sizesAreBytesInPowersOf1024(String text, long bytes) {
        assertEquals(bytes, Quantities.size("--max-memory", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5G", "G", "999999999999T", "1 GG"})
    void whatIsNoSizeIsRefused(String text) {
        assertThrows(Stop.class, () -> Quantities.size("--max-memory", text));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "90s, 90", "5m, 300", "1h, 3600", "1h30m, 5400", "1m5s, 65"})
    void timesAreHoursMinutesAndSeconds(String text, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Quantities.time("--time", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "5x", "-1", "1s1m"})
    void whatIsNoTimeIsRefused(String text) {
        assertThrows(Stop.class, () -> Quantities.time("--time", text));
    }

    @Test
    void countsMayBeGrouped() {
        assertEquals(1_000_000, Quantities.count("--max-states", "1_000_000", 1, Long.MAX_VALUE));
        assertEquals(1_000_000, Quantities.count("--max-states", "1,000,000", 1, Long.MAX_VALUE));
        assertThrows(Stop.class, () -> Quantities.count("--threads", "17", 1, 16));
    }
}
