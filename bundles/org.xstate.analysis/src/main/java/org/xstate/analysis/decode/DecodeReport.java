package org.xstate.analysis.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.analysis.lint.Lint;
import org.xstate.analysis.lint.MxcsrZeroCheck;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.ReadResult;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.ImageDecoder;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;

/**
 * A container, decoded.
 *
 * @param source    as the user named it
 * @param container its kind
 * @param about     one line about it
 * @param threads   its images, in file order
 * @param findings  about the container as a whole
 */
public record DecodeReport(String source, String container, String about, List<DecodedThread> threads,
        List<Finding> findings) {

    public DecodeReport {
        Objects.requireNonNull(source);
        Objects.requireNonNull(container);
        Objects.requireNonNull(about);
        threads = List.copyOf(threads);
        findings = List.copyOf(findings);
    }

    /** Decodes every image. @param cpu the CPU that the user named, if any */
    public static DecodeReport of(String source, ReadResult.Container container, Optional<XsaveCpu> cpu,
            FeatureCatalog catalog) {
        LayoutResolver resolver = new LayoutResolver(catalog, cpu);
        ImageDecoder decoder = new ImageDecoder(catalog);
        Lint wrongValues = new Lint(List.of(new MxcsrZeroCheck()), catalog, Optional.empty());
        List<DecodedThread> threads = new ArrayList<>();
        for (ImageRecord record : container.records()) {
            ResolvedImage resolved = resolver.resolve(record);
            DecodedImage decoded = decoder.decode(resolved);
            List<Finding> findings = new ArrayList<>(record.findings());
            findings.addAll(resolved.findings());
            findings.addAll(wrongValues.check(container.kind(), resolved));
            findings.addAll(decoded.failures());
            threads.add(new DecodedThread(resolved, decoded, findings));
        }
        return new DecodeReport(source, container.kind(), container.about(), threads, container.findings());
    }

    /** All findings, of the container and of every image. */
    public List<Finding> allFindings() {
        List<Finding> all = new ArrayList<>(findings);
        threads.forEach(thread -> all.addAll(thread.findings()));
        return all;
    }
}
