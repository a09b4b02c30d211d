package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XFeatureMaskTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0x602e7, 0x602e7", "0X602E7, 0x602e7", " 0x7 , 0x7", "519, 0x207", "0, 0x0",
        "0xffffffffffffffff, 0xffffffffffffffff", "18446744073709551615, 0xffffffffffffffff",
        "0x6_02e7, 0x602e7"})
    void masksAreReadAsTypedAndPrintedAsTheKernelDoes(String text, String printed) {
        assertEquals(printed, XFeatureMask.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "602e7", "0x1ffffffffffffffff", "-1", "xcr0", "0xg"})
    void whatIsNoMaskIsRefused(String text) {
        assertThrows(NumberFormatException.class, () -> XFeatureMask.parse(text));
    }

    @Test
    void theHighHalfOfARegisterPairIsEdx() {
        assertEquals(1L << 62 | 0x80000007L, XFeatureMask.ofPair(0x40000000, 0x80000007).bits());
    }

    @Test
    void bitsAreSetAndAsked() {
        XFeatureMask mask = XFeatureMask.of(0, 9, 62, 63);
        assertTrue(mask.has(9) && mask.has(63) && !mask.has(8));
        assertEquals(4, mask.count());
        assertEquals(List.of(0, 9, 62), mask.components().numbers().boxed().toList());
        assertEquals(mask, mask.with(9));
        assertEquals(XFeatureMask.of(0, 9, 63), mask.without(62));
        assertEquals(mask, mask.without(5));
        assertEquals(XFeatureMask.of(9), mask.and(XFeatureMask.of(9, 10)));
        assertEquals(XFeatureMask.of(0, 62, 63), mask.andNot(XFeatureMask.of(9, 10)));
        assertEquals(XFeatureMask.of(1, 2), XFeatureMask.of(1).or(XFeatureMask.of(2)));
    }

    @Test
    void containmentIsToldFromOverlap() {
        XFeatureMask mask = XFeatureMask.of(1, 2);
        assertTrue(mask.hasAll(XFeatureMask.of(2)) && mask.hasAll(XFeatureMask.NONE) && mask.hasAll(mask));
        assertFalse(mask.hasAll(XFeatureMask.of(2, 3)));
        assertTrue(mask.hasAny(XFeatureMask.of(2, 3)));
        assertFalse(mask.hasAny(XFeatureMask.of(3)) || mask.hasAny(XFeatureMask.NONE));
        assertTrue(XFeatureMask.NONE.isEmpty());
        assertFalse(mask.isEmpty());
    }

    @Test
    void iterationAscendsAndEnds() {
        List<Integer> numbers = new ArrayList<>();
        XFeatureMask.of(63, 17, 2).forEach(numbers::add);
        assertEquals(List.of(2, 17, 63), numbers);
        Iterator<Integer> none = XFeatureMask.NONE.iterator();
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 64})
    void numbersOutside0To63AreRefused(int number) {
        assertThrows(IllegalArgumentException.class, () -> XFeatureMask.of(number));
        assertThrows(IllegalArgumentException.class, () -> XFeatureMask.NONE.has(number));
        assertThrows(IllegalArgumentException.class, () -> XFeatureMask.NONE.with(number));
        assertThrows(IllegalArgumentException.class, () -> XFeatureMask.NONE.without(number));
    }

    @Test
    void theConstantsAreTheManuals() {
        assertEquals("0x8000000000000000", XFeatureMask.COMPACTION.toString());
        assertEquals("0x3", XFeatureMask.LEGACY.toString());
        assertTrue(XFeatureMask.COMPACTION.components().isEmpty());
    }
}
