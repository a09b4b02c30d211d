package org.xstate.isa.host.internal;

import java.util.Arrays;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.XsaveImage;

/**
 * The registers after a restore that was refused because of a value: each component is as before, or as the restore would
 * have made it.
 */
final class PartialRestore {

    private PartialRestore() {
    }

    /**
     * Which components the restore had changed when it faulted; empty if some byte is neither as before nor as it would
     * have become.
     *
     * @param observed  the registers after the fault
     * @param before    the registers before the instruction
     * @param completed the registers if nothing had been refused
     */
    static Optional<XFeatureMask> changed(byte[] observed, byte[] before, byte[] completed,
            XsaveLayout layout) {
        long bits = 0;
        for (Placement place : layout.placements()) {
            if (equal(observed, before, place)) {
                continue;
            }
            if (!equal(observed, completed, place)) {
                return Optional.empty();
            }
            bits |= 1L << place.number();
        }
        boolean mxcsrKept = Arrays.equals(observed, XsaveImage.MXCSR, XsaveImage.MXCSR + 8, before,
                XsaveImage.MXCSR, XsaveImage.MXCSR + 8);
        return mxcsrKept ? Optional.of(new XFeatureMask(bits)) : Optional.empty();
    }

    /** Whether two dumps have the same registers, MXCSR included. */
    static boolean equal(byte[] left, byte[] right, XsaveLayout layout) {
        return changed(left, right, right, layout).equals(Optional.of(XFeatureMask.NONE));
    }

    /** The x87 placement has MXCSR in its middle, which is not a part of it. */
    static boolean equal(byte[] left, byte[] right, Placement place) {
        if (place.number() != 0) {
            return Arrays.equals(left, place.offset(), place.end(), right, place.offset(), place.end());
        }
        return Arrays.equals(left, 0, XsaveImage.MXCSR, right, 0, XsaveImage.MXCSR)
                && Arrays.equals(left, XsaveImage.MXCSR + 8, place.end(), right, XsaveImage.MXCSR + 8,
                        place.end());
    }
}
