package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpuid.CpuidTable;

class ImpossibleSizeTest {

    private static CpuReading read(int size, int offset) {
        return CpuReading.of(CpuidTable.builder().put(0xd, 0, 7, 0x340, 0x340, 0)
                .put(0xd, 1, 0xf, 0x340, 0, 0).put(0xd, 2, size, offset, 0, 0).build(),
                FeatureCatalog.of(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"67109120,576", "65537,576", "256,16776961", "256,-64", "2147483647,2147483647"})
    void aComponentBeyondAnyAreaIsLeftOutWithAFinding(int size, int offset) {
        CpuReading reading = read(size, offset);
        assertTrue(reading.findings().stream().anyMatch(f -> f.id().equals("cpuid-size-impossible")));
        assertTrue(reading.cpu().orElseThrow().component(2).isEmpty());
    }

    @Test
    void theLargestAcceptedComponentsFitIntoOneLayout() {
        CpuidTable.Builder table = CpuidTable.builder().put(0xd, 0, -1, 0, 0, 0x7fffffff).put(0xd, 1, 0xf, 0,
                0, 0);
        for (int i = 2; i < 63; i++) {
            table.put(0xd, i, 1 << 16, (1 << 24) - (1 << 16), 2, 0);
        }
        XsaveCpu cpu = CpuReading.of(table.build(), FeatureCatalog.of(List.of())).cpu().orElseThrow();
        assertEquals(63, cpu.components().size());
        assertEquals(576 + 61 * (1 << 16), XsaveLayout.compacted(cpu, cpu.xcr0()).size());
        assertEquals(1 << 24, XsaveLayout.standard(cpu, cpu.xcr0()).size());
    }
}
