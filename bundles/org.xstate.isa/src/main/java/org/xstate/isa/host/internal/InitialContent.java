package org.xstate.isa.host.internal;

import java.util.Arrays;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

/** Which components of a standard-format image hold anything but their initial configuration. */
final class InitialContent {

    private static final int FOP = 6;
    private static final int ENVIRONMENT_END = 24;
    private static final int ST = 32;
    private static final int X87_END = 160;

    private final HostProfile profile;

    InitialContent(HostProfile profile) {
        this.profile = profile;
    }

    XFeatureMask notInitial(byte[] image, XFeatureMask mask) {
        long bits = 0;
        XsaveLayout layout = profile.standard(mask);
        for (Placement place : layout.placements()) {
            int number = place.number();
            boolean initial = number == 0 ? x87(image) : equal(image, place);
            bits |= mask.has(number) && !initial ? 1L << number : 0;
        }
        return new XFeatureMask(bits);
    }

    private boolean equal(byte[] image, Placement place) {
        byte[] initial = profile.catalog().hardwareInit(place.number(), place.size());
        return Arrays.equals(image, place.offset(), place.end(), initial, 0, initial.length);
    }

    /** SDM volume 1, section 13.6: FCW 037FH, all else 0; AMD lets the pointers be anything without an error. */
    private boolean x87(byte[] image) {
        byte[] initial = new byte[X87_END];
        initial[0] = 0x7f;
        initial[1] = 3;
        int end = profile.cpu().fpu().pointersOnlyWithError() ? FOP : ENVIRONMENT_END;
        return Arrays.equals(image, 0, end, initial, 0, end)
                && Arrays.equals(image, ST, X87_END, initial, ST, X87_END);
    }
}
