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
import org.xstate.api.Severity;
import org.xstate.layout.cpu.CpuIdentity;

class HostSelfTestTest {

    private static final int CASES = 400;
    private static final FeatureCatalog CATALOG = FeatureCatalog
            .load(HostSelfTestTest.class.getClassLoader());
    private static final SelfTestOptions OPTIONS = SelfTestOptions.DEFAULT.withCases(0, CASES)
            .withTimeout(Duration.ofMinutes(5));

    private static SelfTestReport run(SelfTestOptions options) {
        SelfTestReport report = HostSelfTest.run(CATALOG, options, HostSelfTest.Progress.NONE);
        assumeTrue(report.skipped().isEmpty(),
                () -> "the self-test does not run here: " + report.skipped().orElseThrow().reason());
        return report;
    }

    /** For messages: a difference seen on another machine is repeated there. */
    private static String host(SelfTestReport report) {
        return HostCpu.read() instanceof HostReading.Available available
                ? "%s, XCR0 %s%s".formatted(CpuIdentity.of(available.cpu().cpuid()), report.xcr0(),
                        available.cpu().virtualised() ? ", under a hypervisor" : "")
                : "a host that cannot be read";
    }

    /** A difference counts only if three executions of the case show it: {@code CaseJudge} repeats it. */
    @Test
    void processorAndSimulatorAgreeInEveryCase() {
        SelfTestReport report = run(OPTIONS);
        assertEquals(List.of(), report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.where() + ": " + finding.message()).toList(),
                () -> host(report));
        assertEquals(CASES, report.passed() + report.notRun());
        assertEquals(0, report.failed());
        assertTrue(report.agrees());
        assertTrue(report.passed() == 0 || report.faultsAsPredicted() > 0, "no case faults");
        assertTrue(report.xcr0().hasAll(report.tested()), report.tested() + " within " + report.xcr0());
        assertTrue(report.policy().isPresent());
    }

    @Test
    void everyQuestionIsAnsweredOnceWhateverTheAnswer() {
        SelfTestReport report = run(OPTIONS.withCases(0, 0));
        List<String> ids = report.observed().stream().map(ObservedPolicy::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assumeTrue(report.findings().stream().noneMatch(f -> f.id().equals("selftest-probe-lost")),
                () -> "a probe was lost: " + report.findings());
        assertTrue(ids.containsAll(
                List.of("mxcsr-in-xstate-bv", "x87-fip-bits", "x87-fdp-bits", "refused-restore-standard")),
                ids.toString());
    }

    @Test
    void oneCaseOfARunCanBeRepeatedAlone() {
        SelfTestReport report = run(OPTIONS.withCases(CASES - 1, 1));
        assertEquals(1, report.passed() + report.failed());
    }

    @Test
    void interruptEndsTheRunAndIsKept() {
        SelfTestReport report = HostSelfTest.run(CATALOG, OPTIONS, (done, total, failed) -> {
            if (done == 7) {
                Thread.currentThread().interrupt();
            }
        });
        boolean kept = Thread.interrupted();
        assumeTrue(report.skipped().isEmpty(), "the self-test does not run here");
        assertTrue(kept);
        assertEquals(7, report.passed() + report.failed());
        assertEquals(CASES - 7, report.notRun());
    }

    @Test
    void classPathWithoutTheBundleIsAReasonToSkip() {
        SelfTestReport report = HostSelfTest.run(CATALOG,
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
