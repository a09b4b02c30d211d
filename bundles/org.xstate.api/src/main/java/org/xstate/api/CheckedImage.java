package org.xstate.api;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;

/** An image as a {@link Check} sees it: its bytes, where it comes from, and what is known about the CPU that is to restore it. */
@ProviderType
public interface CheckedImage {

    /** What is known about the CPU that is to restore the image. */
    record Target(XFeatureMask xcr0, XFeatureMask xss, boolean xsavec, boolean xsaves, int mxcsrMask,
            String vendor) {
    }

    /** The place of a component. @param offset bytes from the start of the area @param size bytes */
    record Place(int offset, int size) {
    }

    /** The container's kind: {@code core}, {@code sigframe64}, {@code kvm}... */
    String container();

    ImageRecord record();

    /** The area, read-only; at least the 576 bytes of legacy region and header. */
    MemorySegment area();

    /** XCOMP_BV[63]. */
    boolean compacted();

    XFeatureMask xstateBv();

    XFeatureMask xcompBv();

    /** Bytes that the layout asks for; the area may be shorter or longer. */
    int layoutSize();

    /** Whether the layout is known rather than guessed. */
    boolean layoutCertain();

    /** Where a component lies, empty if the layout has no place for it. */
    Optional<Place> place(int component);

    /** The CPU that is to restore the image; empty if none was named. */
    Optional<Target> target();

    FeatureCatalog catalog();
}
