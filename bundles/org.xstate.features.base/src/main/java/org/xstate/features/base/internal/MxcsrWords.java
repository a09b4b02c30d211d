package org.xstate.features.base.internal;

import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.reserved;

import org.xstate.api.BitWords;

/** MXCSR and its mask in words (SDM volume 1, section 10.2.3; bit 17: AMD64 manual, volume 1, section 4.2.2). */
final class MxcsrWords {

    private static final BitWords ROUNDING = BitWords.of("",
            choice(13, 2, "round to nearest", "round down", "round up", "round toward zero"));
    private static final BitWords REST = BitWords.of("",
            flag(15, "FZ (flush to zero)"), flag(6, "DAZ (denormals are zero)"),
            flag(0, "IE"), flag(1, "DE"), flag(2, "ZE"), flag(3, "OE"), flag(4, "UE"), flag(5, "PE"),
            flag(17, "MM (misaligned access allowed, AMD)"), reserved(0xfffd_0000L));

    private MxcsrWords() {
    }

    /** @param value 32 bits */
    static String control(long value) {
        String rest = REST.apply(value);
        return ROUNDING.apply(value) + ", " + ExceptionMasks.words(value >>> 7)
                + (rest.isEmpty() ? "" : ", " + rest);
    }

    /** @param value 32 bits; 0 comes from processors that predate the field, and from slots that nobody wrote */
    static String mask(long value) {
        if (value == 0) {
            return "not written; stands for 0xffbf (no DAZ) on processors that store 0";
        }
        return "MXCSR bits that may be set: 0x" + Long.toHexString(value)
                + ((value & 0x40) == 0 ? ", without DAZ" : "")
                + ((value & 0x2_0000) == 0 ? "" : ", with MM (AMD)");
    }
}
