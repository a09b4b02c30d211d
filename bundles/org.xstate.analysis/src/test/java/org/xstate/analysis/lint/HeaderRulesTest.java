package org.xstate.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.analysis.lint.LintSamples.errors;
import static org.xstate.analysis.lint.LintSamples.lint;
import static org.xstate.analysis.lint.LintSamples.on;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.api.Finding;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState;
import org.xstate.isa.Instruction;
import org.xstate.isa.Machine;
import org.xstate.isa.Outcome;
import org.xstate.isa.ProcessorModel;

class HeaderRulesTest {

    private static MemorySegment with(MemorySegment area, int offset, long value) {
        area.set(LE64, offset, value);
        return area;
    }

    @Test
    void xcompBvWithoutBit63IsRefusedOnEveryCpu() {
        MemorySegment area = with(Samples.standard("zen3", 7), 520, 1);
        assertEquals(Set.of("xcomp-bv-without-bit-63"), errors(lint(area, LintTarget.NONE)));
        assertEquals(Set.of("xcomp-bv-without-bit-63"), errors(lint(area, on("zen3"))));
    }

    @Test
    void standardXrstorChecksHeaderBytes16To23Only() {
        for (int at = 16; at < 64; at++) {
            MemorySegment area = Samples.standard("zen3", 7);
            area.set(ValueLayout.JAVA_BYTE, 512 + at, (byte) 0x80);
            List<Finding> findings = lint(area, on("zen3"));
            assertEquals(at < 24 ? Set.of("header-reserved-bytes") : Set.of(), errors(findings),
                    "byte " + at);
            assertEquals(at >= 24, LintSamples.ids(findings, Severity.NOTE).contains("header-bytes-ignored"));
        }
    }

    @Test
    void compactedXrstorChecksAllReservedHeaderBytes() {
        for (int at = 16; at < 64; at++) {
            MemorySegment area = Samples.compacted("zen3", 7, 7);
            area.set(ValueLayout.JAVA_BYTE, 512 + at, (byte) 1);
            assertEquals(Set.of("header-reserved-bytes"), errors(lint(area, LintTarget.NONE)), "byte " + at);
        }
    }

    @Test
    void bit63OfXstateBvIsNoComponent() {
        assertEquals(Set.of("xstate-bv-bit-63"),
                errors(lint(Samples.standard("zen3", 7 | Long.MIN_VALUE), LintTarget.NONE)));
        assertEquals(Set.of("xstate-bv-bit-63"),
                errors(lint(Samples.compacted("zen3", 7, 3 | Long.MIN_VALUE), LintTarget.NONE)));
    }

    @Test
    void xstateBvMustLieWithinXcompBv() {
        assertEquals(Set.of("xstate-bv-outside-xcomp-bv"),
                errors(lint(Samples.compacted("zen3", 3, 7), LintTarget.NONE)));
    }

    @Test
    void avxInUseWithoutSseIsLegal() {
        assertEquals(Set.of(),
                LintSamples.ids(lint(Samples.standard("zen3", 4), on("zen3")), Severity.WARNING));
        assertEquals(Set.of(),
                LintSamples.ids(lint(Samples.compacted("zen3", 7, 4), on("zen3")), Severity.WARNING));
    }

    @Test
    void supervisorBitsHaveNoPlaceInAStandardImage() {
        assertEquals(Set.of("standard-image-supervisor-bits"),
                errors(lint(Samples.standard("zen3", 7 | 1 << 11), LintTarget.NONE)));
    }

    @Test
    void supervisorBitsInXcompBvAskForXrstors() {
        List<Finding> findings = lint(Samples.compacted("zen3", 0x1807, 7), on("zen3"));
        assertEquals(Set.of(), errors(findings));
        assertTrue(LintSamples.ids(findings, Severity.NOTE).contains("compacted-needs-xrstors"));
    }

    @Test
    void aCpuWithoutXsavecRefusesEveryCompactedImage() {
        assertEquals(Set.of("compacted-without-xsavec"),
                errors(lint(Samples.compacted("zen3", 7, 7), on("haswell"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 7})
    void standardXrstorChecksMxcsrWhateverXstateBvSays(long bv) {
        MemorySegment area = Samples.standard("skylake", bv);
        area.set(LE32, 24, 0x1f80 | 1 << 16);
        assertEquals(Set.of("mxcsr-reserved-bits"), errors(lint(area, LintTarget.NONE)));
        assertEquals(Set.of("mxcsr-reserved-bits"), errors(lint(area, on("skylake"))));
    }

    @Test
    void compactedXrstorChecksMxcsrWithSseInUseOnly() {
        MemorySegment area = Samples.compacted("zen3", 7, 5);
        area.set(LE32, 24, -1);
        assertEquals(Set.of(), errors(lint(area, LintTarget.NONE)));
        area.set(LE64, 512, 7);
        assertEquals(Set.of("mxcsr-reserved-bits"), errors(lint(area, LintTarget.NONE)));
    }

    @Test
    void bit17OfMxcsrIsReservedOnIntelOnly() {
        MemorySegment area = Samples.standard("zen3", 7);
        area.set(LE32, 24, 0x21f80);
        area.set(LE32, 28, 0x2ffff);
        assertEquals(Set.of(), errors(lint(area, LintTarget.NONE)));
        assertEquals(Set.of(), errors(lint(area, on("zen3"))));
        assertEquals(Set.of("mxcsr-reserved-bits"), errors(lint(area, on("sandybridge"))));
    }

    /** Damaged headers, and the simulator as judge: an error is reported exactly where the instruction raises #GP. */
    @ParameterizedTest
    @ValueSource(strings = {"zen3", "haswell", "skylake", "sapphirerapids"})
    void errorsAreReportedExactlyWhereTheSimulatorFaults(String cpu) {
        ProcessorModel model = ProcessorModel.of(Samples.cpu(cpu), Samples.CATALOG);
        XFeatureMask xcr0 = model.cpu().xcr0();
        LintTarget target = on(cpu);
        Random random = new Random(20240611);
        for (int round = 0; round < 400; round++) {
            boolean compacted = random.nextInt(3) == 0;
            long places = xcr0.bits() & random.nextLong() | 3;
            MemorySegment area = MemorySegment.ofArray(new byte[16384]);
            MemorySegment sound = compacted
                    ? Samples.compacted(cpu, places, places & random.nextLong())
                    : Samples.standard(cpu, xcr0.bits() & random.nextLong());
            area.copyFrom(sound);
            damage(area, random);
            // values of components are judged elsewhere: only initial bytes here
            boolean supervisor = (area.get(LE64, 520) & model.cpu().xss().bits()) != 0
                    && area.get(LE64, 520) < 0;
            Instruction restore = supervisor ? Instruction.XRSTORS64 : Instruction.XRSTOR64;
            Machine machine = new Machine(model, ControlState.KERNEL.withXcr0(xcr0)
                    .withXss(model.cpu().features().xsaves() ? model.cpu().xss() : XFeatureMask.NONE));
            Outcome outcome = machine.execute(restore, area, 0x1000, -1L);
            TreeSet<String> errors = errors(lint(area, target));
            errors.remove("image-not-of-this-cpu");
            errors.remove("layout-unknown");
            errors.remove("supervisor-in-standard-image");
            assertEquals(outcome instanceof Outcome.Fault, !errors.isEmpty(),
                    () -> outcome + " but " + errors);
        }
    }

    private static void damage(MemorySegment area, Random random) {
        int hits = random.nextInt(3);
        for (int i = 0; i < hits; i++) {
            switch (random.nextInt(5)) {
                case 0 -> flip(area, 512 + random.nextInt(8), random);
                case 1 -> flip(area, 520 + random.nextInt(8), random);
                case 2 -> flip(area, 528 + random.nextInt(48), random);
                case 3 -> flip(area, 24 + random.nextInt(4), random);
                default -> area.set(LE64, 520, 0);
            }
        }
    }

    private static void flip(MemorySegment area, int at, Random random) {
        area.set(ValueLayout.JAVA_BYTE, at,
                (byte) (area.get(ValueLayout.JAVA_BYTE, at) ^ 1 << random.nextInt(8)));
    }
}
