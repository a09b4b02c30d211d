package org.xstate.formats.cpuid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.Finding;
import org.xstate.layout.cpuid.CpuidDump;

/** Lines of leaf DH without sub-leaf numbers, with the numbers of known processors. */
class SubleafDeductionTest {

    private static CpuidDump read(String lines) {
        return CpuidTexts.read("sample", lines).dumps().getFirst();
    }

    private static List<Integer> subleaves(CpuidDump dump) {
        return dump.table().leaf(0xd).entries().keySet().stream().map(key -> key.subleaf()).toList();
    }

    private static List<String> ids(CpuidDump dump) {
        return dump.findings().stream().map(Finding::id).toList();
    }

    @Test
    void aSingleLineIsSubleaf0WithoutFurtherAdo() {
        CpuidDump dump = read("CPUID 0000000D: 00000007-00000340-00000340-00000000\n");
        assertEquals(List.of(0), subleaves(dump));
        assertEquals(List.of(), ids(dump));
    }

    @Test
    void linesThatIncludeAbsentSubleavesAreNumberedInOrder() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000207-00000340-00000A88-00000000
                CPUID 0000000D: 0000000F-000003D0-00000100-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000080-00000000-00000001-00000000
                CPUID 0000000D: 00000008-00000A80-00000000-00000000
                """);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), subleaves(dump));
        assertEquals(0xa80, dump.table().get(0xd, 9).orElseThrow().ebx());
        assertEquals(List.of("cpuid-subleaf-deduced"), ids(dump));
    }

    @Test
    void linesThatSkipAbsentSubleavesAreNumberedByTheMasks() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000207-00000340-00000988-00000000
                CPUID 0000000D: 0000000F-00000340-00001800-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000
                CPUID 0000000D: 00000008-00000980-00000000-00000000
                CPUID 0000000D: 00000010-00000000-00000001-00000000
                CPUID 0000000D: 00000018-00000000-00000001-00000000
                """);
        assertEquals(List.of(0, 1, 2, 9, 11, 12), subleaves(dump));
        assertEquals(0x980, dump.table().get(0xd, 9).orElseThrow().ebx());
        assertEquals(0x18, dump.table().get(0xd, 12).orElseThrow().eax());
        assertTrue(dump.findings().getFirst().message().contains("0, 1, 2, 9, 11, 12"),
                dump.findings()::toString);
    }

    @Test
    void aMissingSubleaf1IsNoticed() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-000003C0-40000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000
                CPUID 0000000D: 00000080-00000340-00000000-00000000
                """);
        assertEquals(List.of(0, 2, 62), subleaves(dump));
    }

    @Test
    void aSecondLineThatIsAComponentIsNotTakenForSubleaf1() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-000003C0-40000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000
                """);
        assertEquals(List.of(0, 2), subleaves(dump));
        assertEquals(List.of("cpuid-subleaf-deduced"), ids(dump));
    }

    @Test
    void aLineThatFitsNowhereIsLeftOutWithItsValues() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-00000340-00000000
                CPUID 0000000D: 0000000F-00000340-00000000-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000
                CPUID 0000000D: 00000040-000003C0-00000000-00000000
                CPUID 0000000D: 00000040-00000400-00000000-00000000
                """);
        assertEquals(List.of(0, 1, 2), subleaves(dump));
        assertEquals(List.of("cpuid-subleaf-deduced", "cpuid-subleaf-contradiction"), ids(dump));
        Finding contradiction = dump.findings().getLast();
        assertEquals("line 4", contradiction.where());
        assertTrue(
                contradiction.message().contains("00000040 000003c0")
                        && contradiction.message().contains("2 in all"),
                contradiction.message());
    }

    @Test
    void aSizeOfZeroForAnEnumeratedComponentContradictsToo() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-00000340-00000000
                CPUID 0000000D: 0000000F-00000340-00000000-00000000
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                """);
        assertEquals(List.of(0, 1), subleaves(dump));
        assertEquals("line 3", dump.findings().getLast().where());
    }

    @Test
    void aTagMissingOnTheSecondLineIsFilledInFromItsNeighbours() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-00000340-00000000 [SL 00]
                CPUID 0000000D: 0000000F-00000340-00000000-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                """);
        assertEquals(List.of(0, 1, 2), subleaves(dump));
        assertEquals(List.of("cpuid-subleaf-deduced"), ids(dump));
        assertTrue(
                dump.findings().getFirst().message().contains("number (1); they were taken as sub-leaf 1,"),
                dump.findings()::toString);
    }

    @Test
    void anUntaggedLineWhoseNumberIsTakenIsLeftOut() {
        CpuidDump dump = read("""
                CPUID 0000000D: 00000007-00000340-00000340-00000000 [SL 00]
                CPUID 0000000D: 0000000F-00000340-00000000-00000000 [SL 01]
                CPUID 0000000D: 00000000-00000000-00000000-00000000
                CPUID 0000000D: 00000100-00000240-00000000-00000000 [SL 02]
                """);
        assertEquals(List.of(0, 1, 2), subleaves(dump));
        assertTrue(ids(dump).contains("cpuid-subleaf-contradiction"), ids(dump)::toString);
    }

    @Test
    void moreLinesThanThereAreSubleavesAreLeftOut() {
        CpuidDump dump = read("CPUID 0000000D: 00000000-00000000-00000000-00000000\n".repeat(20_000));
        assertEquals(128, subleaves(dump).size());
        assertTrue(ids(dump).contains("cpuid-too-many-lines"), ids(dump)::toString);
    }

    @Test
    void repeatedLinesOfOtherLeavesAreNumberedWithANote() {
        CpuidDump dump = read("""
                CPUID 00000000: 00000010-68747541-444D4163-69746E65
                CPUID 8000001D: 00004121-01C0003F-0000003F-00000000
                CPUID 8000001D: 00004122-01C0003F-0000003F-00000000
                """);
        assertEquals(0x4122, dump.table().get(0x8000001d, 1).orElseThrow().eax());
        assertEquals("note", dump.findings().getFirst().severity().word());
    }
}
