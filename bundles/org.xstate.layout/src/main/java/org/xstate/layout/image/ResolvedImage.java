package org.xstate.layout.image;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;

/**
 * An image whose layout has been settled as far as it can be.
 *
 * @param record   where it comes from
 * @param image    the view; empty if not even the legacy region can be read
 * @param origin   where the layout comes from
 * @param findings doubts about it
 */
public record ResolvedImage(ImageRecord record, Optional<XsaveImage> image, Origin origin,
        List<Finding> findings) {

    /** Who told the layout, most trusted first. */
    public enum Origin {
        /** The container's own note. */
        NOTE("the core's NT_X86_XSAVE_LAYOUT note"),
        /** XCOMP_BV and the sizes of the given CPU. */
        COMPACTED("XCOMP_BV"),
        /** A CPUID text, a profile or the host. */
        CPU("the given CPU"),
        /** Known CPUs that fit. */
        INFERRED("known CPUs that fit mask and size"),
        /** FXSAVE and FSAVE have one layout. */
        LEGACY("the FXSAVE format"),
        /** Nobody. */
        UNKNOWN("nothing");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** For a sentence: {@code layout from <words>}. */
        public String words() {
            return words;
        }
    }

    public ResolvedImage {
        Objects.requireNonNull(record);
        Objects.requireNonNull(image);
        Objects.requireNonNull(origin);
        findings = List.copyOf(findings);
    }
}
