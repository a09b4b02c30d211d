package org.xstate.analysis.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.ResolvedImage;

/**
 * Two inputs, image against image in file order.
 *
 * @param left      name of the first input
 * @param right     name of the second
 * @param pairs     images that were compared
 * @param leftOnly  labels of images that the second input has no partner for
 * @param rightOnly labels of images that the first input has no partner for
 * @param findings  doubts about layouts, and what could not be compared
 */
public record DiffReport(String left, String right, List<Pair> pairs, List<String> leftOnly,
        List<String> rightOnly, List<Finding> findings) {

    /** Two images. @param left label @param right label */
    public record Pair(String left, String right, ImageDiff diff) {
        public Pair {
            Objects.requireNonNull(left);
            Objects.requireNonNull(right);
            Objects.requireNonNull(diff);
        }
    }

    public DiffReport {
        Objects.requireNonNull(left);
        Objects.requireNonNull(right);
        pairs = List.copyOf(pairs);
        leftOnly = List.copyOf(leftOnly);
        rightOnly = List.copyOf(rightOnly);
        findings = List.copyOf(findings);
    }

    /** Compares the first with the first, the second with the second, and so on. */
    public static DiffReport of(String left, List<ResolvedImage> leftImages, String right,
            List<ResolvedImage> rightImages, FeatureCatalog catalog) {
        List<Pair> pairs = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int common = Math.min(leftImages.size(), rightImages.size());
        for (int i = 0; i < common; i++) {
            ResolvedImage a = leftImages.get(i);
            ResolvedImage b = rightImages.get(i);
            a.findings().forEach(finding -> findings.add(finding.within(left)));
            b.findings().forEach(finding -> findings.add(finding.within(right)));
            ImageDiff.between(a, b, catalog).ifPresent(diff -> {
                pairs.add(new Pair(a.record().label(), b.record().label(), diff));
                findings.addAll(diff.failures());
            });
        }
        return new DiffReport(left, right, pairs, labels(leftImages, common), labels(rightImages, common),
                findings);
    }

    private static List<String> labels(List<ResolvedImage> images, int from) {
        return images.subList(from, images.size()).stream().map(image -> image.record().label()).toList();
    }

    /** Whether every image has a partner that means the same. */
    public boolean sameMeaning() {
        return leftOnly.isEmpty() && rightOnly.isEmpty() && !pairs.isEmpty()
                && findings.stream().noneMatch(f -> f.severity() == org.xstate.api.Severity.ERROR)
                && pairs.stream().allMatch(pair -> pair.diff().sameMeaning());
    }

    /** Whether nothing differs at all, not even in representation. */
    public boolean identical() {
        return sameMeaning() && pairs.stream().allMatch(pair -> pair.diff().representational().isEmpty());
    }
}
