package org.xstate.analysis.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.api.Severity;

/** Recorded images of a healthy machine: whatever is said about them must be true. */
class CorpusLintTest {

    private static LintReport lint(String file, LintTarget target) {
        Path path = Samples.corpus("images/" + file);
        return LintReport.of(file, Samples.read(path), target, LintSamples.CHECKS, Samples.CATALOG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct64-threads.core", "ct64-noteonly.core"})
    void ofACoreOnlyTheThreadWithTheMxcsrDefectIsReported(String file) {
        for (LintTarget target : List.of(LintTarget.NONE, LintSamples.on("zen3"))) {
            LintReport report = lint(file, target);
            TreeMap<Long, Set<String>> byBv = new TreeMap<>();
            report.images()
                    .forEach(image -> byBv.merge(image.resolved().image().orElseThrow().xstateBv().bits(),
                            LintSamples.ids(image.findings(), Severity.WARNING), (a, b) -> {
                                a.addAll(b);
                                return a;
                            }));
            // XSTATE_BV 4 is the thread of kind 4: AVX in use, SSE initial
            assertEquals(Set.of("linux-core-mxcsr-zero"), byBv.remove(4L));
            byBv.values().forEach(ids -> assertEquals(Set.of(), ids));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sigframes64.bin", "setup-images.bin", "kvm/kvm-xsave2-reset.bin",
        "kvm/kvm-xsave2-setup0.bin", "kvm/kvm-xsave2-setup3.bin", "ptrace/ptrace-0-202-4096.bin",
        "ptrace/ptrace-1-202-4096.bin", "ptrace/ptrace-2-202-4096.bin", "ptrace/ptrace-3-202-4096.bin",
        "ptrace/ptrace-0-2-4096.bin"})
    void healthyImagesGiveNothingAboveANote(String file) {
        for (LintTarget target : List.of(LintTarget.NONE, LintSamples.on("zen3"))) {
            assertEquals(Set.of(), LintSamples.ids(lint(file, target).allFindings(), Severity.WARNING));
        }
    }

    @Test
    void aTruncatedRegsetNamesTheComponentThatIsCut() {
        LintReport report = lint("ptrace/ptrace-0-202-800.bin", LintTarget.NONE);
        assertEquals(Set.of("image-truncated", "component-beyond-end"),
                LintSamples.ids(report.allFindings(), Severity.WARNING));
    }

    @Test
    void anImageWithAvxFaultsWhereXcr0LacksIt() {
        assertEquals(Set.of("image-not-of-this-cpu", "xstate-bv-outside-xcr0"),
                LintSamples
                        .errors(lint("kvm/kvm-xsave2-setup0.bin", LintSamples.on("nehalem")).allFindings()));
    }
}
