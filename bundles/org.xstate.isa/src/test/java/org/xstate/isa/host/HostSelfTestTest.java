package org.xstate.isa.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.Severity;

class HostSelfTestTest {

    private static final int CASES = 600;
    private static final FeatureCatalog NO_FEATURES = FeatureCatalog.of(List.of());
    private static final SelfTestOptions OPTIONS = SelfTestOptions.DEFAULT.withCases(0, CASES)
            .withTimeout(Duration.ofMinutes(5));

    private static SelfTestReport run(SelfTestOptions options) {
        SelfTestReport report = HostSelfTest.run(NO_FEATURES, options, HostSelfTest.Progress.NONE);
        assumeTrue(report.skipped().isEmpty(),
                () -> "the self-test does not run here: " + report.skipped().orElseThrow().reason());
        return report;
    }

    @Test
    void processorAndSimulatorAgreeInEveryCase() {
        SelfTestReport report = run(OPTIONS);
        assertEquals(List.of(), report.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE).map(Finding::message)
                .toList());
        assertEquals("600 passed, 0 failed, 0 not run", "%d passed, %d failed, %d not run".formatted(
                report.passed(), report.failed(), report.notRun()));
        assertTrue(report.agrees());
        assertTrue(report.faultsAsPredicted() > CASES / 10, "faults: " + report.faultsAsPredicted());
        assertEquals(0, report.childRestarts());
        assertTrue(report.xcr0().hasAll(report.tested()), report.tested() + " within " + report.xcr0());
        List<String> ids = report.observed().stream().map(ObservedPolicy::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ids.containsAll(List.of("xinuse-initial-load", "x87-fip-bits", "mxcsr-mask",
                "refused-restore-standard", "modified-optimisation")), ids.toString());
        assertTrue(report.policy().isPresent());
        assertEquals(report.findings().stream().map(Finding::id).sorted().distinct().toList(),
                report.findings().stream().map(Finding::id).sorted().toList(), "each remark is made once");
    }

    @Test
    void oneCaseOfARunCanBeRepeatedAlone() {
        SelfTestReport report = run(OPTIONS.withCases(CASES - 1, 1));
        assertEquals(1, report.passed());
    }

    @Test
    void interruptEndsTheRunAndIsKept() {
        SelfTestReport report = HostSelfTest.run(NO_FEATURES, OPTIONS, (done, total, failed) -> {
            if (done == 7) {
                Thread.currentThread().interrupt();
            }
        });
        boolean kept = Thread.interrupted();
        assumeTrue(report.skipped().isEmpty(), "the self-test does not run here");
        assertTrue(kept);
        assertEquals(7, report.passed());
        assertEquals(CASES - 7, report.notRun());
    }

    @Test
    void classPathWithoutTheBundleIsAReasonToSkip() {
        SelfTestReport report = HostSelfTest.run(NO_FEATURES,
                OPTIONS.withChildClassPath(List.of(Path.of("absent.jar"))), HostSelfTest.Progress.NONE);
        assertTrue(report.skipped().isPresent());
        assertFalse(report.agrees());
        assertFalse(report.skipped().get().reason().isBlank());
    }

    @Test
    void optionsWithoutTimeOrWithNegativeCasesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withTimeout(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withCases(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> OPTIONS.withCases(0, -1));
    }
}
