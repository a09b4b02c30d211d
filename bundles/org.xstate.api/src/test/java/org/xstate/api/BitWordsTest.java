package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.api.BitWords.address;
import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.number;
import static org.xstate.api.BitWords.reserved;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class BitWordsTest {

    private static final BitWords WORDS = BitWords.of("nothing", flag(0, "EN"),
            choice(1, 2, "", "one", "two"),
            number(4, 4, "count"), address(-1L << 12, "base"), flag(63, "top"), reserved(0xf00));

    @ParameterizedTest
    @CsvSource({"0, nothing", "1, EN", "2, one", "5, 'EN, two'", "6, reserved value 3 in bits 2:1",
        "30, count 3", "1000, base 0x1000", "8000000000000000, 'base 0x8000000000000000, top'",
        "500, reserved bits 0x500 set", "f1, 'EN, count 15'"})
    void namesWhatIsSet(String value, String words) {
        assertEquals(words, WORDS.apply(Long.parseUnsignedLong(value, 16)));
    }

    @Test
    void reservedBitsOfAllPartsAddUp() {
        assertEquals(0xf00, WORDS.reservedBits());
        assertEquals(0x81, BitWords.of("", reserved(1), reserved(0x80)).reservedBits());
    }
}
