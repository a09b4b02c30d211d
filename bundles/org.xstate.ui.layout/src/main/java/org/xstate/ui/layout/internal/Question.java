package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.layout.CpuSource;
import org.xstate.analysis.layout.LayoutQuestion;
import org.xstate.analysis.layout.LayoutReport;
import org.xstate.analysis.layout.UnreadableCpuException;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.Migration;

/**
 * What the user wants to see.
 *
 * @param source the CPU
 * @param number which of its CPUs, from 0: a dump may describe several
 * @param other  the CPU that images move to; empty if two are not compared
 * @param xcr0   what is enabled; empty for everything. Of the other CPU where two are compared
 * @param xss    the same for IA32_XSS
 */
record Question(CpuSource source, int number, Optional<CpuSource> other, Optional<XFeatureMask> xcr0,
        Optional<XFeatureMask> xss) {

    Question {
        Objects.requireNonNull(source);
        Objects.requireNonNull(other);
        Objects.requireNonNull(xcr0);
        Objects.requireNonNull(xss);
    }

    static Question about(CpuSource source, Optional<CpuSource> other) {
        return new Question(source, 0, other, Optional.empty(), Optional.empty());
    }

    Question with(XFeatureMask otherXcr0, XFeatureMask otherXss) {
        return new Question(source, number, other, Optional.of(otherXcr0), Optional.of(otherXss));
    }

    /** The command that answers it. */
    String command() {
        String masks = xcr0.map(mask -> " --xcr0 " + mask).orElse("")
                + xss.map(mask -> " --xss " + mask).orElse("");
        return other.map(
                to -> "xstate cpus diff %s %s%s".formatted(quoted(source.name()), quoted(to.name()), masks))
                .orElseGet(() -> "xstate layout " + source.option() + masks + " --both");
    }

    private static String quoted(String name) {
        return name.contains(" ") ? "'" + name + "'" : name;
    }

    /** Reads and computes; takes as long as reading the files does. */
    Answer answer(FeatureCatalog catalog) {
        try {
            return other.isPresent() ? compared(other.get(), catalog) : single(catalog);
        } catch (UnreadableCpuException e) {
            return new Answer.Refused(this, e.getMessage());
        }
    }

    private Answer single(FeatureCatalog catalog) throws UnreadableCpuException {
        CpuSource.Content content = source.load();
        LayoutReport standard = content.report(new LayoutQuestion(xcr0, xss, XsaveLayout.Format.STANDARD),
                catalog);
        LayoutReport compacted = content.report(new LayoutQuestion(xcr0, xss, XsaveLayout.Format.COMPACTED),
                catalog);
        if (!standard.usable()) {
            return new Answer.Refused(this, CpuSource.unusable(standard));
        }
        int chosen = number < standard.cpus().size() ? number : 0;
        if (standard.cpus().get(chosen).cpu().isEmpty()) {
            return new Answer.Refused(this,
                    CpuSource.unusable(
                            new LayoutReport(standard.source(), List.of(standard.cpus().get(chosen)),
                                    List.of())));
        }
        return new Answer.Single(this, catalog, standard, compacted, chosen);
    }

    private Answer compared(CpuSource to, FeatureCatalog catalog) throws UnreadableCpuException {
        LayoutReport a = source.load().report(LayoutQuestion.EVERYTHING, catalog);
        LayoutReport b = to.load().report(LayoutQuestion.EVERYTHING, catalog);
        for (LayoutReport one : List.of(a, b)) {
            if (!one.usable()) {
                return new Answer.Refused(this, CpuSource.unusable(one));
            }
        }
        CpuLayout from = usable(a);
        CpuLayout target = usable(b);
        CpuLayout set = target.with(xcr0.orElse(target.xcr0()), xss.orElse(target.xss()));
        Migration migration = Migration.check(from.cpu().orElseThrow(), set.cpu().orElseThrow(), set.xcr0(),
                set.xss(), catalog);
        List<Finding> findings = new ArrayList<>(migration.findings());
        findings.addAll(a.findings());
        findings.addAll(b.findings());
        return new Answer.Compared(this, catalog, from, set, migration, findings);
    }

    /** The one that {@code xstate cpus diff} takes of a dump of several. */
    private static CpuLayout usable(LayoutReport report) {
        return report.cpus().stream().filter(cpu -> cpu.cpu().isPresent()).findFirst().orElseThrow();
    }
}
