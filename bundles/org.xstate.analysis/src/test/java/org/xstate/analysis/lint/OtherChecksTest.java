package org.xstate.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.analysis.lint.LintSamples.errors;
import static org.xstate.analysis.lint.LintSamples.ids;
import static org.xstate.analysis.lint.LintSamples.lint;
import static org.xstate.analysis.lint.LintSamples.on;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;

class OtherChecksTest {

    private static final LayoutEntry AVX = new LayoutEntry(2, 256, 576, 0);

    private static Set<String> notes(List<Finding> findings) {
        return ids(findings, Severity.NOTE);
    }

    private static void set(MemorySegment area, int at, int value) {
        area.set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    @Test
    void reservedLegacyBytesAreNotedAndSoftwareBytesAreNot() {
        MemorySegment area = Samples.standard("sandybridge", 4);
        set(area, 464, 1);
        set(area, 600, 1);
        assertEquals(Set.of(), notes(lint(area, on("sandybridge"))));
        set(area, 463, 1);
        assertEquals(Set.of("legacy-reserved-bytes"), notes(lint(area, on("sandybridge"))));
    }

    @Test
    void upperBytesOfX87RegistersAreNotedWithX87InUse() {
        MemorySegment area = Samples.standard("sandybridge", 1);
        set(area, 32, 1);
        set(area, 32 + 16 * 7 + 15, 1);
        assertEquals(Set.of("x87-reserved-bytes"), notes(lint(area, on("sandybridge"))));
    }

    @Test
    void aPendingExceptionWithoutErrorSummaryIsNoted() {
        MemorySegment area = Samples.standard("sandybridge", 1);
        set(area, 0, 0x7e); // invalid operation unmasked
        set(area, 2, 1);
        assertEquals(Set.of("x87-error-summary"), notes(lint(area, on("sandybridge"))));
        set(area, 2, 0x81);
        set(area, 3, 0x80);
        assertEquals(Set.of(), notes(lint(area, on("sandybridge"))));
    }

    @Test
    void aComponentBeyondTheEndIsAnErrorWhereTheLayoutIsKnown() {
        MemorySegment area = Samples.standard("sapphirerapids", 0x40007).asSlice(0, 4096);
        List<Finding> findings = lint("kvm", area, new XFeatureMask(0x602e7), List.of(),
                on("sapphirerapids"));
        assertTrue(errors(findings).contains("component-beyond-end"), findings::toString);
    }

    @Test
    void aLayoutNoteThatDisagreesWithCpuidIsReported() {
        MemorySegment area = Samples.standard("zen4", 7);
        List<Finding> findings = lint("core", area, new XFeatureMask(7),
                List.of(new LayoutEntry(2, 256, 640, 0)), on("zen4"));
        assertTrue(errors(findings).contains("layout-note-differs-from-cpuid"), findings::toString);
    }

    @Test
    void aSignalFrameWithoutTheFeatureInXfeaturesLosesIt() {
        MemorySegment area = Samples.standard("sandybridge", 7);
        area.set(LE32, 468, 836);
        area.set(LE32, 480, 832);
        set(area, 32, 1);
        assertEquals(Set.of("sigframe-xfeatures-lack-component"),
                errors(lint("sigframe64", area, new XFeatureMask(3), List.of(), LintTarget.NONE)));
        assertEquals(Set.of(),
                errors(lint("sigframe64", area, new XFeatureMask(7), List.of(), LintTarget.NONE)));
    }

    @Test
    void aSignalFrameLargerThanTheTasksOwnFallsBackToX87AndSse() {
        MemorySegment area = Samples.standard("skylake-sp", 3);
        area.set(LE32, 468, (int) area.byteSize() + 4);
        area.set(LE32, 480, (int) area.byteSize());
        assertEquals(Set.of("sigframe-larger-than-target"),
                errors(lint("sigframe64", area, new XFeatureMask(3), List.of(), on("sandybridge"))));
        area.set(LE32, 468, 700);
        assertEquals(Set.of("sigframe-falls-back"),
                errors(lint("sigframe64", area, new XFeatureMask(3), List.of(), LintTarget.NONE)));
    }

    @Test
    void aMaskThatXcr0CannotHaveIsReported() {
        MemorySegment area = Samples.standard("skylake-sp", 3);
        assertTrue(ids(lint("ptrace", area, new XFeatureMask(0x25), List.of(), LintTarget.NONE),
                Severity.WARNING)
                .contains("feature-mask-impossible"));
    }

    /** 0x200e7 is what Linux 6.18 writes on a processor with AMX for a task without permission; its frame has no tiles. */
    @Test
    void aTaskWithoutPermissionForTilesHasTheirConfigurationAlone() {
        MemorySegment area = Samples.standard("spr", 3);
        assertFalse(
                mentionsTheMask(lint("ptrace", area, new XFeatureMask(0x200e7), List.of(), LintTarget.NONE)));
        assertTrue(
                mentionsTheMask(lint("ptrace", area, new XFeatureMask(0x400e7), List.of(), LintTarget.NONE)));
    }

    private static boolean mentionsTheMask(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.id().equals("feature-mask-impossible"));
    }

    @Test
    void gdbShowsNoAvxOfAZen2CoreWithPkru() {
        MemorySegment area = Samples.standard("zen2", 7).asSlice(0, 896);
        set(area, 576, 1);
        List<LayoutEntry> layout = List.of(AVX, new LayoutEntry(9, 64, 832, 0));
        List<Finding> findings = lint("core", area, new XFeatureMask(0x207), layout, LintTarget.NONE);
        assertTrue(ids(findings, Severity.WARNING).contains("gdb-layout-guess"), findings::toString);
    }

    @Test
    void gdbReadsTheRightBytesOfAZen3Core() {
        MemorySegment area = Samples.standard("zen3", 7);
        List<LayoutEntry> layout = List.of(AVX, new LayoutEntry(9, 8, 2432, 0));
        List<Finding> findings = lint("core", area, new XFeatureMask(0x207), layout, LintTarget.NONE);
        assertEquals(Set.of(), ids(findings, Severity.WARNING));
    }

    @Test
    void gdbReadsWrongBytesWhereSizeAndMaskMislead() {
        MemorySegment area = MemorySegment.ofArray(new byte[2440]);
        area.copyFrom(Samples.standard("zen3", 7).asSlice(0, 576));
        List<LayoutEntry> layout = List.of(AVX, new LayoutEntry(9, 8, 832, 0));
        assertTrue(ids(lint("core", area, new XFeatureMask(0x207), layout, LintTarget.NONE), Severity.WARNING)
                .contains("gdb-layout-guess"));
    }

    @Test
    void gdbHasNoLayoutForAmx() {
        MemorySegment area = Samples.standard("sapphirerapids", 0x60007);
        List<Finding> findings = lint("core", area, new XFeatureMask(0x602e7), List.of(),
                on("sapphirerapids"));
        assertTrue(ids(findings, Severity.WARNING).contains("gdb-layout-guess"), findings::toString);
    }

    @Test
    void tilesWithoutConfigurationAreReported() {
        assertTrue(
                ids(lint(Samples.standard("sapphirerapids", 0x40003), on("sapphirerapids")), Severity.WARNING)
                        .contains("amx-tiles-without-configuration"));
    }

    @Test
    void anInvalidTileConfigurationIsInitialisedByTheRestore() {
        MemorySegment area = Samples.standard("sapphirerapids", 0x20003);
        set(area, 2752, 2); // palette 2 does not exist
        assertEquals(Set.of("component-initialised-on-load"), errors(lint(area, on("sapphirerapids"))));
    }

    @Test
    void aPkruThatLocksKeyZeroIsReported() {
        MemorySegment area = Samples.standard("zen3", 0x200);
        area.set(LE32, 2432, 0x55555554);
        assertEquals(Set.of(), ids(lint(area, on("zen3")), Severity.WARNING));
        area.set(LE32, 2432, 0x55555556);
        assertEquals(Set.of("pkru-locks-key-0"), ids(lint(area, on("zen3")), Severity.WARNING));
    }

    @Test
    void xrstorsRefusesAShadowStackPointerThatWrmsrWouldRefuse() {
        MemorySegment area = Samples.compacted("zen3", 0x807, 0x807);
        area.set(LE64, 832 + 8, 0x8000_0000_0000_0000L);
        assertEquals(Set.of("component-value-refused"), errors(lint(area, on("zen3"))));
    }

    @Test
    void representationIsNotedOnly() {
        MemorySegment area = Samples.standard("sandybridge", 4);
        set(area, 200, 1);
        assertEquals(Set.of("in-use-with-init-bytes", "init-with-other-bytes"),
                notes(lint(area, on("sandybridge"))));
    }

    @Test
    void theMxcsrDefectIsSeenWhateverXstateBvSays() {
        for (long bv : new long[]{4, 6, 7}) {
            MemorySegment area = Samples.standard("sandybridge", bv);
            area.set(LE64, 24, 0);
            Finding finding = lint("core", area, new XFeatureMask(7), List.of(AVX), LintTarget.NONE).stream()
                    .filter(f -> f.id().equals("linux-core-mxcsr-zero")).findFirst().orElseThrow();
            assertEquals(8064, finding.values().get("architectural"));
        }
    }

    @Test
    void aHeaderOfZerosOverStateIsReportedAndThePkruThatLinuxWritesByItselfIsNot() {
        MemorySegment area = Samples.standard("zen3", 0);
        area.set(LE32, 2432, 0x55555554);
        List<LayoutEntry> layout = List.of(AVX, new LayoutEntry(9, 8, 2432, 0));
        assertEquals(Set.of(), ids(lint("core", area, new XFeatureMask(0x207), layout, LintTarget.NONE),
                Severity.WARNING));
        set(area, 600, 1);
        assertEquals(Set.of("header-cleared"),
                ids(lint("core", area, new XFeatureMask(0x207), layout, LintTarget.NONE), Severity.WARNING));
    }
}
