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

    @Test
    void progressIsWrittenInFewColumns() {
        assertEquals("1.9 GiB", Quantities.bytes(2_040_109_466L));
        assertEquals("512 B", Quantities.bytes(512));
        assertEquals("12.4 M", Quantities.rough(12_400_000));
        assertEquals("9,940", Quantities.rough(9_940));
        assertEquals("0:03", Quantities.clock(Duration.ofMillis(3_900)));
        assertEquals("1:02:03", Quantities.clock(Duration.ofSeconds(3_723)));
    }
}
