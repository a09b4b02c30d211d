package org.xstate.layout.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.counted;
import static org.xstate.layout.Cpus.damaged;
import static org.xstate.layout.Cpus.intel;
import static org.xstate.layout.Cpus.only;
import static org.xstate.layout.Cpus.read;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.layout.Cpus;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpuid.CpuidTable;

/** Defects that dumps in the wild carry, each made by damaging one number of a healthy one. */
class CpuReadingTest {

    private static Map<String, Long> found(CpuidTable.Builder table) {
        return counted(read(table).findings());
    }

    @Test
    void aHealthyCpuHasNoFindings() {
        for (String id : List.of("zen3", "zen4", "sapphirerapids", "skylake", "haswell", "tigerlake",
                "tremont")) {
            assertEquals(List.of(), read(damaged(id)).findings(), id);
        }
    }

    @Test
    void numbersAreTakenFromTheLeaf() {
        XsaveCpu cpu = read(damaged("sapphirerapids")).cpu().orElseThrow();
        assertEquals(new ComponentInfo(18, 8192, 2816, false, true, true), cpu.component(18).orElseThrow());
        assertEquals(new ComponentInfo(17, 64, 2752, false, true, false), cpu.component(17).orElseThrow());
        assertEquals(new ComponentInfo(11, 16, 0, true, false, false), cpu.component(11).orElseThrow());
        assertEquals(ComponentInfo.X87, cpu.component(0).orElseThrow());
        assertEquals(ComponentInfo.SSE, cpu.component(1).orElseThrow());
        assertEquals(0x2b00, cpu.enabledSize().orElseThrow());
        assertEquals(0x2b00, cpu.maxStandardSize().orElseThrow());
        assertEquals(0x2a80, cpu.compactedSize().orElseThrow());
        assertEquals(0x6dfe7L, cpu.all().bits());
        assertTrue(cpu.undescribed(cpu.all()).isEmpty());
        assertEquals(0x18, cpu.undescribed(Cpus.mask(0x1b)).bits());
    }

    @Test
    void withoutLeafDThereIsNoCpuAndAnErrorSaysWhy() {
        CpuReading none = read(intel());
        assertTrue(none.cpu().isEmpty());
        assertEquals(Severity.ERROR, none.findings().getFirst().severity());
        assertTrue(none.findings().getFirst().message().startsWith("the source has no leaf 0DH"));
        CpuReading old = read(CpuidTable.builder().put(0, 0, 0xa, 0, 0, 0));
        assertTrue(old.findings().getFirst().message().contains("highest basic leaf is AH"));
        CpuReading zero = read(damaged("zen3").put(0xd, 0, 0, 0, 0, 0));
        assertTrue(zero.findings().getFirst().message().startsWith("CPUID.(EAX=0DH,ECX=0) is all zero"));
        assertTrue(zero.cpu().isEmpty());
    }

    @Test
    void aHighestLeafWithTheTopBitSetIsNotSmall() {
        assertTrue(read(CpuidTable.builder().put(0, 0, 0x80000000, 0, 0, 0)).findings().getFirst().message()
                .startsWith("the source has no leaf 0DH"));
    }

    @Test
    void aMissingSubleafIsReportedAndNothingIsMadeUp() {
        CpuReading reading = read(intel().put(0xd, 0, 7, 832, 832, 0).put(0xd, 1, 0, 0, 0, 0));
        assertEquals(Map.of("cpuid-subleaf-missing", 1L), counted(reading.findings()));
        assertTrue(reading.cpu().orElseThrow().component(2).isEmpty());
        assertEquals(4, reading.cpu().orElseThrow().undescribed(Cpus.mask(7)).bits());
    }

    @Test
    void aMissingSubleaf1LeavesTheInstructionsOut() {
        CpuReading reading = read(intel().put(0xd, 0, 3, 576, 576, 0));
        assertEquals(Map.of("cpuid-subleaf-missing", 1L), counted(reading.findings()));
        assertEquals(List.of("XSAVE"), reading.cpu().orElseThrow().features().names());
        assertTrue(reading.cpu().orElseThrow().compactedSize().isEmpty());
    }

    @Test
    void aSizeOfZeroIsAMask() {
        assertEquals(1L, found(damaged("zen3").put(0xd, 9, 0, 2432, 0, 0)).get("cpuid-size-zero"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65537})
    void anImpossibleSizeNeitherCrashesNorCounts(int size) {
        CpuReading reading = read(damaged("zen3").put(0xd, 9, size, 2432, 0, 0));
        Finding finding = only("cpuid-size-impossible", reading.findings());
        assertEquals(Severity.ERROR, finding.severity());
        assertTrue(finding.message().contains("0x" + Integer.toHexString(size)), finding.message());
        assertTrue(reading.cpu().orElseThrow().component(9).isEmpty());
    }

    @Test
    void theLargestPossibleSizeAndPlaceCount() {
        XsaveCpu cpu = read(damaged("zen3").put(0xd, 9, 65536, (1 << 24) - 65536, 0, 0)).cpu().orElseThrow();
        assertEquals(65536, cpu.component(9).orElseThrow().size());
        assertTrue(read(damaged("zen3").put(0xd, 9, 65536, (1 << 24) - 65535, 0, 0)).cpu().orElseThrow()
                .component(9)
                .isEmpty());
        assertTrue(read(damaged("zen3").put(0xd, 9, 8, -8, 0, 0)).cpu().orElseThrow().component(9).isEmpty());
    }

    @Test
    void impossibleTotalsAreReportedAndIgnored() {
        CpuReading reading = read(damaged("zen3").put(0xd, 0, 0x207, -1, (1 << 24) + 1, 0));
        assertEquals(2L, counted(reading.findings()).get("cpuid-size-impossible"));
        assertTrue(reading.cpu().orElseThrow().maxStandardSize().isEmpty());
        assertTrue(reading.cpu().orElseThrow().enabledSize().isEmpty());
    }

    @Test
    void bit63IsNeverAComponent() {
        CpuReading reading = read(damaged("zen3").put(0xd, 0, 0x207, 832, 2440, 0x80000000));
        assertEquals(Severity.ERROR, only("cpuid-bit-63", reading.findings()).severity());
        assertEquals(0x207, reading.cpu().orElseThrow().xcr0().bits());
    }

    @Test
    void aComponentSwitchedByBothRegistersIsAnError() {
        assertEquals(1L,
                found(damaged("zen3").put(0xd, 1, 15, 0x350, 0x1a00, 0)).get("cpuid-bit-in-xcr0-and-xss"));
    }

    @Test
    void masksThatXcr0CanNeverHoldAreReported() {
        Map<String, Long> ids = found(damaged("skylake").put(0xd, 0, 0x17, 0x440, 0x440, 0));
        assertEquals(1L, ids.get("cpuid-xcr0-inconsistent"));
        assertEquals(1L, ids.get("cpuid-component-not-enumerated"));
    }

    @Test
    void aKindThatContradictsTheMaskIsAnError() {
        Finding user = only("cpuid-kind-contradicts",
                read(damaged("zen3").put(0xd, 9, 8, 2432, 1, 0)).findings());
        assertTrue(
                user.message().contains("enumerated for XCR0, but ECX[0] of its sub-leaf says supervisor"));
        Finding supervisor = only("cpuid-kind-contradicts",
                read(damaged("zen3").put(0xd, 11, 16, 2440, 0, 0)).findings());
        assertTrue(supervisor.message()
                .contains("enumerated for IA32_XSS, but ECX[0] of its sub-leaf says user"));
    }

    @Test
    void aSupervisorComponentHasNoStandardOffset() {
        assertEquals(Map.of("cpuid-supervisor-offset", 1L),
                found(damaged("zen3").put(0xd, 11, 16, 576, 1, 0)));
    }

    @Test
    void overlappingComponentsAreAnErrorAtTheLaterOne() {
        Finding overlap = only("cpuid-components-overlap",
                read(damaged("zen3").put(0xd, 9, 8, 831, 0, 0)).findings());
        assertTrue(overlap.message().contains("576..831") && overlap.message().contains("831..838"));
        assertFalse(found(damaged("zen3").put(0xd, 9, 8, 832, 0, 0)).containsKey("cpuid-components-overlap"));
    }

    @Test
    void aComponentInsideTheHeaderIsAnError() {
        assertEquals(1L, found(damaged("zen3").put(0xd, 2, 256, 575, 0, 0)).get("cpuid-offset-too-low"));
        assertEquals(Map.of(), found(damaged("zen1")));
    }

    @Test
    void instructionsThatDoNotGoTogetherAreReported() {
        assertEquals(Map.of("cpuid-xsave-hidden", 1L), found(damaged("zen3").put(1, 0, 0x00a00f11, 0, 0, 0)));
        assertEquals(1L,
                found(damaged("zen3").put(0xd, 1, 0xd, 0, 0x1800, 0)).get("cpuid-xsaves-without-xsavec"));
        assertEquals(Map.of("cpuid-xss-without-xsaves", 1L),
                found(damaged("zen3").put(0xd, 1, 7, 0x350, 0x1800, 0)));
    }

    @Test
    void aDifferentMaximumIsReportedWithBothNumbers() {
        Finding finding = only("cpuid-max-size-differs",
                read(damaged("zen3").put(0xd, 0, 0x207, 832, 2696, 0)).findings());
        assertEquals(Map.of("cpuid", 2696L, "computed", 2440L), finding.values());
        assertEquals(Severity.WARNING, finding.severity());
    }

    @Test
    void aPolicyWithoutSizesIsReportedAsOne() {
        assertEquals(Map.of("cpuid-size-missing", 1L, "cpuid-enabled-size-zero", 1L),
                found(damaged("zen3").put(0xd, 0, 0x207, 0, 0, 0)));
    }

    @Test
    void anEnabledSizeMustBeTheEndOfAComponent() {
        assertEquals(Map.of("cpuid", 840L), only("cpuid-enabled-size-differs",
                read(damaged("zen3").put(0xd, 0, 0x207, 840, 2440, 0)).findings()).values());
        for (int end : new int[]{576, 832, 2440}) {
            assertFalse(found(damaged("zen3").put(0xd, 0, 0x207, end, 2440, 0))
                    .containsKey("cpuid-enabled-size-differs"));
        }
    }

    @Test
    void aCompactedSizeThatIgnoresTheAlignmentIsReported() {
        // 10784 is what 0x602e7 with CET_U, CET_S and UINTR would have without the alignment of XTILECFG
        Finding finding = only("cpuid-compacted-size-differs",
                read(damaged("sapphirerapids").put(0xd, 1, 0x1f, 10784, 0xdd00, 0)).findings());
        assertEquals(10784L, finding.values().get("cpuid"));
        assertEquals(11776L, finding.values().get("computed"));
    }

    @Test
    void everyCompactedSizeOfSomeEnabledSetIsTaken() {
        for (int size : new int[]{10816, 11520, 10880}) {
            assertEquals(Map.of(), found(damaged("sapphirerapids").put(0xd, 1, 0x1f, size, 0xdd00, 0)));
        }
        assertEquals(Map.of(), found(damaged("zen3").put(0xd, 1, 15, 872, 0x1800, 0)));
    }

    @Test
    void twoSizesOfDifferentXcr0AreNoted() {
        // 840 = AVX and PKRU; 832 as standard size needs PKRU off
        assertEquals(Map.of("cpuid-sizes-of-different-xcr0", 1L),
                found(damaged("zen3").put(0xd, 1, 15, 840, 0x1800, 0)));
        // 576 compacted needs AVX off, 832 standard needs it on
        assertEquals(Map.of("cpuid-sizes-of-different-xcr0", 1L),
                found(damaged("zen3").put(0xd, 1, 15, 576, 0x1800, 0)));
        assertEquals(Map.of(),
                found(damaged("zen3").put(0xd, 0, 0x207, 576, 2440, 0).put(0xd, 1, 15, 592, 0x1800, 0)));
    }

    @Test
    void aCompactedSizeWithoutXsavecIsNoted() {
        assertEquals(Map.of("cpuid-compacted-size-without-xsavec", 1L),
                found(damaged("haswell").put(0xd, 1, 1, 832, 0, 0)));
    }

    @Test
    void incompleteCpusAreNotHeldAgainstTheirSizes() {
        CpuidTable.Builder partial = intel().put(0xd, 0, 0x207, 832, 2696, 0).put(0xd, 1, 15, 4711, 0, 0).put(
                0xd, 2,
                256, 576, 0, 0);
        assertEquals(Map.of("cpuid-subleaf-missing", 1L), found(partial));
    }

    @Test
    void flagsOtherThanTheManualsAreNoted() {
        Finding finding = only("cpuid-flags-unusual",
                read(damaged("zen3").put(0xd, 2, 256, 576, 6, 0)).findings());
        assertTrue(finding.message().contains("ECX[1] (align to 64) = 1 and ECX[2] (XFD) = 1 here"));
        assertTrue(finding.message().endsWith("the manual gives 0 and 0"));
        assertEquals(Severity.NOTE, finding.severity());
    }

    @Test
    @Tag("many-inputs")
    void noTableMakesTheReadingCrash() {
        Random random = new Random(7);
        int[] odd = {0, 1, -1, 576, 832, Integer.MIN_VALUE, Integer.MAX_VALUE, 0x207, 1 << 24, 65536};
        for (int run = 0; run < 300; run++) {
            CpuidTable.Builder table = damaged(run % 2 == 0 ? "sapphirerapids" : "zen3");
            for (int i = 0; i < 3; i++) {
                int subleaf = random.nextInt(64);
                table.put(0xd, subleaf, pick(odd, random), pick(odd, random), pick(odd, random),
                        pick(odd, random));
            }
            CpuReading reading = read(table);
            reading.cpu().ifPresent(cpu -> {
                XsaveLayout.standard(cpu, cpu.all().andNot(cpu.undescribed(cpu.all())));
                XsaveLayout.compacted(cpu, cpu.all().andNot(cpu.undescribed(cpu.all())));
            });
            assertTrue(reading.cpu().isPresent() || !reading.findings().isEmpty());
        }
    }

    private static int pick(int[] from, Random random) {
        return random.nextInt(4) == 0 ? random.nextInt() : from[random.nextInt(from.length)];
    }
}
