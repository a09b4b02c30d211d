package org.xstate.features.base.internal;

import java.util.StringJoiner;

/** The six exception masks that FCW (bits 5:0) and MXCSR (bits 12:7) have in common. */
final class ExceptionMasks {

    private static final String[] NAMES = {"invalid", "denormal", "divide-by-zero", "overflow", "underflow",
        "precision"};

    private ExceptionMasks() {
    }

    /** @param masks bits 5:0, 1 means masked; higher bits are ignored */
    static String words(long masks) {
        if ((masks & 0x3f) == 0x3f) {
            return "all exceptions masked";
        }
        StringJoiner unmasked = new StringJoiner(" ", "unmasked: ", "");
        for (int i = 0; i < NAMES.length; i++) {
            if ((masks >>> i & 1) == 0) {
                unmasked.add(NAMES[i]);
            }
        }
        return unmasked.toString();
    }
}
