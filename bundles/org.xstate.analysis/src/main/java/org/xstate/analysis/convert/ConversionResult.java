package org.xstate.analysis.convert;

import java.util.List;
import java.util.Objects;

import org.xstate.api.Finding;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.XsaveImage;

/** What became of a conversion. */
public sealed interface ConversionResult {

    /** What is worth knowing; of a refusal at least one of severity error. */
    List<Finding> findings();

    /**
     * Done.
     *
     * @param image    the new image, in memory of its own, exactly as long as its layout
     * @param change   the new image against the old one: equal in meaning unless fields were set or state was dropped
     * @param findings what was dropped or adjusted
     */
    record Converted(XsaveImage image, ImageDiff change, List<Finding> findings) implements ConversionResult {
        public Converted {
            Objects.requireNonNull(image);
            Objects.requireNonNull(change);
            findings = List.copyOf(findings);
        }
    }

    /** Not done, because it would lose state or because the result could not be laid out. */
    record Refused(List<Finding> findings) implements ConversionResult {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
