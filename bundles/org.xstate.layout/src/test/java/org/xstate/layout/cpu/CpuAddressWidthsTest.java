package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.xstate.api.AddressWidths;
import org.xstate.layout.cpuid.CpuidTable;

class CpuAddressWidthsTest {

    private static AddressWidths read(int eax) {
        return CpuAddressWidths.of(CpuidTable.builder().put(0x80000008, 0, eax, 0, 0, 0).build());
    }

    @Test
    void leaf80000008GivesPhysicalAndLinearWidth() {
        assertEquals(new AddressWidths(48, 40), read(0x3028));
        assertEquals(new AddressWidths(57, 52), read(0x303934));
    }

    @Test
    void anAbsentOrImpossibleLeafMeansTheWidest() {
        assertEquals(AddressWidths.WIDEST, CpuAddressWidths.of(CpuidTable.builder().build()));
        assertEquals(AddressWidths.WIDEST, read(0));
        assertEquals(AddressWidths.WIDEST, read(0x30ff));
        assertEquals(AddressWidths.WIDEST, read(0x3000 | 53));
        assertEquals(AddressWidths.WIDEST, read(0x1f28));
        assertEquals(AddressWidths.WIDEST, read(0x4128));
    }
}
