package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressWidthsTest {

    @ParameterizedTest
    @CsvSource({"48, 0, true", "48, 7fffffffffff, true", "48, 800000000000, false",
        "48, ffff800000000000, true", "48, ffff7fffffffffff, false", "57, 800000000000, true",
        "57, ffffffffffffff, true", "57, 100000000000000, false", "57, ff00000000000000, true"})
    void canonicalAddressesRepeatTheirHighestBit(int linear, String address, boolean canonical) {
        assertEquals(canonical, new AddressWidths(linear, 46).canonical(Long.parseUnsignedLong(address, 16)));
    }

    @ParameterizedTest
    @CsvSource({"46, 3fffffffffff, true", "46, 400000000000, false", "52, 8000000000000000, false"})
    void physicalAddressesEndAtMaxphyaddr(int physical, String address, boolean exists) {
        assertEquals(exists, new AddressWidths(48, physical).isPhysical(Long.parseUnsignedLong(address, 16)));
    }

    @Test
    void widthsThatNoProcessorHasAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new AddressWidths(0, 46));
        assertThrows(IllegalArgumentException.class, () -> new AddressWidths(48, 64));
    }
}
