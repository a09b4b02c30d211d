package org.xstate.analysis.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.xstate.check.Progress;

class AmountsTest {

    @Test
    void progressIsWrittenInFewColumns() {
        assertEquals("1.9 GiB", Amounts.bytes(2_040_109_466L));
        assertEquals("512 B", Amounts.bytes(512));
        assertEquals("12.4 M", Amounts.rough(12_400_000));
        assertEquals("9,940", Amounts.rough(9_940));
        assertEquals("0:03", Amounts.clock(Duration.ofMillis(3_900)));
        assertEquals("1:02:03", Amounts.clock(Duration.ofSeconds(3_723)));
    }

    @Test
    void aProgressNamesEveryUnit() {
        assertEquals("12.4 M states  3.6 M/s  level 31  queue 1.1 M  1.9 GiB  0:03",
                Amounts.progress(new Progress(12_400_000, 3_600_000, 31, 900_000, 1_100_000, 2_040_109_466L,
                        Duration.ofMillis(3_900))));
    }
}
