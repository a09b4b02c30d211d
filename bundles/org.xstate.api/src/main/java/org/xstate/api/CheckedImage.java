package org.xstate.api;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.OptionalInt;

import org.osgi.annotation.versioning.ProviderType;

/** An image as a {@link Check} sees it: its bytes, where it comes from, and what is known about the CPU that is to restore it. */
@ProviderType
public interface CheckedImage {

    /**
     * What is known about the CPU that is to restore the image.
     *
     * @param name         for sentences: {@code zen3}, or a file's name; empty if only masks were given
     * @param xcr0         XCR0 while it restores
     * @param xss          IA32_XSS while it restores
     * @param xsavec       whether XRSTOR knows the compacted format (CPUID.(D,1).EAX[1])
     * @param xsaves       whether XRSTORS exists (CPUID.(D,1).EAX[3])
     * @param mxcsrMask    MXCSR bits that may be 1; 2FFFF, all that any processor takes, if only masks were given
     * @param standardSize bytes of the standard format for {@code xcr0}; empty if not known
     */
    record Target(String name, XFeatureMask xcr0, XFeatureMask xss, boolean xsavec, boolean xsaves,
            int mxcsrMask, OptionalInt standardSize) {
    }

    /** The place of a component. @param offset bytes from the start of the area @param size bytes */
    record Place(int offset, int size) {
    }

    /** The container's kind: {@code core}, {@code sigframe64}, {@code kvm}... */
    String container();

    ImageRecord record();

    /** The area, read-only; at least the 576 bytes of legacy region and header. */
    MemorySegment area();

    /**
     * Whether the area's header is the image's own. FXSAVE and FSAVE records, and those cut short before byte 576, are
     * shown as areas whose header was made up.
     */
    boolean hasHeader();

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
