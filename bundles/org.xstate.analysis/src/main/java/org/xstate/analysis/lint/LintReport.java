package org.xstate.analysis.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.api.Severity;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;

/**
 * Everything there is to say against the images of one input.
 *
 * @param source    as the user named it
 * @param container its kind
 * @param about     one line about it
 * @param images    in file order
 * @param findings  about the container, the target and the checks themselves
 */
public record LintReport(String source, String container, String about, List<LintedRecord> images,
        List<Finding> findings) {

    /** A finding of the layout, and the check's finding that says the same. */
    private static final Map<String, String> SAID_BY = Map.of("supervisor-in-standard-image",
            "standard-image-supervisor-bits");

    /** One image and its findings: the reader's, the layout's, the checks'. */
    public record LintedRecord(ResolvedImage resolved, List<Finding> findings) {
        public LintedRecord {
            Objects.requireNonNull(resolved);
            findings = List.copyOf(findings);
        }
    }

    public LintReport {
        Objects.requireNonNull(source);
        Objects.requireNonNull(container);
        Objects.requireNonNull(about);
        images = List.copyOf(images);
        findings = List.copyOf(findings);
    }

    /** Checks every image of a container. */
    public static LintReport of(String source, ReadResult.Container container, LintTarget target,
            Checks checks, FeatureCatalog catalog) {
        List<Finding> general = new ArrayList<>(container.findings());
        general.addAll(target.findings());
        general.addAll(checks.failures());
        LayoutResolver resolver = new LayoutResolver(catalog, target.cpu());
        Lint lint = new Lint(checks.checks(), catalog, target.target());
        List<LintedRecord> images = new ArrayList<>();
        for (ImageRecord record : container.records()) {
            ResolvedImage resolved = resolver.resolve(record);
            List<Finding> findings = new ArrayList<>(record.findings());
            findings.addAll(resolved.findings());
            lint.check(container.kind(), resolved).forEach(f -> findings.add(f.within(record.label())));
            images.add(new LintedRecord(resolved, withoutRepeats(findings)));
        }
        return new LintReport(source, container.kind(), container.about(), images, general);
    }

    /** The layout's finding goes where a check says the same more exactly: which component, and what a restore does. */
    private static List<Finding> withoutRepeats(List<Finding> findings) {
        Set<String> ids = findings.stream().map(Finding::id).collect(Collectors.toSet());
        return findings.stream().filter(finding -> !ids.contains(SAID_BY.getOrDefault(finding.id(), "")))
                .toList();
    }

    /** All findings, the container's first, then image by image. */
    public List<Finding> allFindings() {
        List<Finding> all = new ArrayList<>(findings);
        images.forEach(image -> all.addAll(image.findings()));
        return all;
    }

    /** How many findings have that severity. */
    public long count(Severity severity) {
        return allFindings().stream().filter(finding -> finding.severity() == severity).count();
    }
}
