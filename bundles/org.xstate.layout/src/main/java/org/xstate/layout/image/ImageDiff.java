package org.xstate.layout.image;

import java.util.List;
import java.util.Optional;

import org.xstate.api.FeatureCatalog;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;

/**
 * Compares two images twice. Semantically: would the registers differ after both were restored? A component in its initial
 * configuration equals one in use with the init values. Representationally: in what do images with the same meaning differ?
 *
 * @param semantic         fields whose values differ, by component
 * @param representational differences that a restore does not see
 * @param failures         decoders that failed: one error for each, with the class's name; such a component is compared
 *                         byte by byte
 */
public record ImageDiff(List<FieldDifference> semantic, List<Representation> representational,
        List<Finding> failures) {

    /** @param component name @param field the manual's name @param left printed value, or {@code absent} */
    public record FieldDifference(int number, String component, String field, String left, String right) {
    }

    /** @param what {@code XSTATE_BV}, {@code offset of PKRU}, {@code software bytes 464..511} */
    public record Representation(String what, String left, String right) {
    }

    public ImageDiff {
        semantic = List.copyOf(semantic);
        representational = List.copyOf(representational);
        failures = List.copyOf(failures);
    }

    public boolean sameMeaning() {
        return semantic.isEmpty();
    }

    /** Compares two images of 64-bit tasks, which may have different formats and layouts. */
    public static ImageDiff between(XsaveImage left, XsaveImage right, FeatureCatalog catalog) {
        return between(left, right, true, catalog);
    }

    /**
     * The same for either mode.
     *
     * @param mode64 false where the restore runs outside 64-bit mode, which reaches only the first eight vector registers
     *               (SDM volume 1, section 13.5)
     */
    public static ImageDiff between(XsaveImage left, XsaveImage right, boolean mode64,
            FeatureCatalog catalog) {
        return compare(left, right, mode64, XFeatureMask.NONE, catalog);
    }

    /**
     * Compares what two containers hold. Outside 64-bit mode if either is from a 32-bit task; FSAVE knows nothing of SSE, so
     * that component is left out if either is one. Empty if one of them cannot be read at all.
     */
    public static Optional<ImageDiff> between(ResolvedImage left, ResolvedImage right,
            FeatureCatalog catalog) {
        boolean fsave = isFsave(left) || isFsave(right);
        boolean mode64 = left.record().mode64() && right.record().mode64();
        return left.image().flatMap(a -> right.image().map(
                b -> compare(a, b, mode64, fsave ? XFeatureMask.of(1) : XFeatureMask.NONE, catalog)));
    }

    private static boolean isFsave(ResolvedImage image) {
        return image.record().format() == ImageRecord.AreaFormat.FSAVE;
    }

    private static ImageDiff compare(XsaveImage left, XsaveImage right, boolean mode64, XFeatureMask without,
            FeatureCatalog catalog) {
        SemanticDiff semantic = new SemanticDiff(left, right, mode64, catalog);
        semantic.find(without);
        List<Representation> representational = new RepresentationDiff(left, right, catalog)
                .find(semantic.outsideFields());
        return new ImageDiff(semantic.differences(), representational, semantic.failures());
    }
}
