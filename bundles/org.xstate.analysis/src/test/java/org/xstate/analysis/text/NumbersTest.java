package org.xstate.analysis.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void groupsDigitsAsAFormatterDoes() {
        Random random = new Random(1);
        for (int bits = 31; bits > 0; bits--) {
            for (int i = 0; i < 100; i++) {
                int count = random.nextInt() >>> 32 - bits;
                assertEquals(String.format(Locale.ROOT, "%,d", count), Numbers.grouped(count));
            }
        }
        assertEquals("2,147,483,647", Numbers.grouped(Integer.MAX_VALUE));
        assertEquals("1,000", Numbers.grouped(1000));
        assertEquals("999", Numbers.grouped(999));
        assertEquals("0", Numbers.grouped(0));
    }
}
