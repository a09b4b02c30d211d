package org.xstate.analysis.lint;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

import org.xstate.analysis.Samples;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.api.Severity;
import org.xstate.api.XFeatureMask;

/** Lints single areas. */
final class LintSamples {

    static final Checks CHECKS = Checks.load(LintSamples.class.getClassLoader());

    private LintSamples() {
    }

    static LintTarget on(String cpu) {
        return LintTarget.of(cpu, Samples.cpu(cpu), Optional.empty(), Optional.empty(), Samples.CATALOG);
    }

    static List<Finding> lint(String kind, MemorySegment area, XFeatureMask features,
            List<ImageRecord.LayoutEntry> layout, LintTarget target) {
        ImageRecord record = new ImageRecord(OptionalLong.empty(), "image", area,
                ImageRecord.AreaFormat.XSAVE,
                features, layout, true, List.of(), List.of());
        return LintReport
                .of("test", new ReadResult.Container(kind, "test", List.of(record), List.of()), target,
                        CHECKS, Samples.CATALOG)
                .allFindings();
    }

    static List<Finding> lint(MemorySegment area, LintTarget target) {
        return lint("image", area, XFeatureMask.NONE, List.of(), target);
    }

    /** Ids of that severity or a higher one. */
    static TreeSet<String> ids(List<Finding> findings, Severity least) {
        TreeSet<String> ids = new TreeSet<>();
        findings.stream().filter(f -> f.severity().compareTo(least) >= 0).forEach(f -> ids.add(f.id()));
        return ids;
    }

    static TreeSet<String> errors(List<Finding> findings) {
        return ids(findings, Severity.ERROR);
    }
}
