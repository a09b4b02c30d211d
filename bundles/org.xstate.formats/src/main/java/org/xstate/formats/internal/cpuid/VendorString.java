package org.xstate.formats.internal.cpuid;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.xstate.layout.cpuid.CpuidRegisters;

/** Leaf 0 put together again from its parts: sources that decode it lose nothing of it. */
final class VendorString {

    private static final int LENGTH = 12;

    private VendorString() {
    }

    /** Leaf 0 with the given highest basic leaf; empty if the vendor has not the twelve characters that fill the registers. */
    static Optional<CpuidRegisters> leaf0(int highest, String vendor) {
        byte[] bytes = vendor.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        return Optional.of(new CpuidRegisters(highest, word(bytes, 0), word(bytes, 8), word(bytes, 4)));
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
