package org.xstate.layout.cpuid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class CpuidTableTest {

    private static CpuidTable.Builder some() {
        return CpuidTable.builder().put(0x80000008, 0, 1, 2, 3, 4).put(0xd, 62, 5, 6, 7, 8)
                .put(0xd, 2, 9, 10, 11, 12)
                .put(1, 0, 13, 14, 15, 16);
    }

    @Test
    void entriesAscendByUnsignedLeafAndSubleaf() {
        assertEquals(List.of("00000001.00", "0000000d.02", "0000000d.3e", "80000008.00"),
                some().build().entries().keySet().stream().map(CpuidTable.Key::toString).toList());
    }

    @Test
    void registersAreFoundByLeafAndSubleaf() {
        CpuidTable table = some().build();
        assertEquals(new CpuidRegisters(13, 14, 15, 16), table.get(1).orElseThrow());
        assertEquals(new CpuidRegisters(5, 6, 7, 8), table.get(0xd, 62).orElseThrow());
        assertTrue(table.get(0xd).isEmpty());
        assertEquals(List.of(2, 62),
                table.leaf(0xd).entries().keySet().stream().map(CpuidTable.Key::subleaf).toList());
        assertFalse(table.isEmpty());
        assertTrue(CpuidTable.builder().build().isEmpty());
    }

    @Test
    void tablesAreEqualByTheirNumbersAndDoNotChange() {
        CpuidTable.Builder builder = some();
        CpuidTable table = builder.build();
        assertEquals(some().build(), table);
        assertEquals(some().build().hashCode(), table.hashCode());
        assertTrue(builder.contains(1, 0) && !builder.contains(1, 1));
        builder.put(1, 0, 0, 0, 0, 0);
        assertEquals(13, table.get(1).orElseThrow().eax());
        assertEquals(0, builder.get(1, 0).orElseThrow().eax());
        assertTrue(builder.get(2, 0).isEmpty());
        assertNotEquals(builder.build(), table);
        assertNotEquals(table, "");
        assertThrows(UnsupportedOperationException.class, () -> table.entries().clear());
        assertTrue(table.toString().contains("00000001.00=0000000d 0000000e 0000000f 00000010"),
                table.toString());
    }

    @Test
    void registersAreZeroOnlyIfAllFourAre() {
        assertTrue(new CpuidRegisters(0, 0, 0, 0).isZero());
        for (int i = 0; i < 4; i++) {
            assertFalse(new CpuidRegisters(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0, i == 3 ? 1 : 0)
                    .isZero());
        }
    }
}
