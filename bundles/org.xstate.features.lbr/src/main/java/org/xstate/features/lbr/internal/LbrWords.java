package org.xstate.features.lbr.internal;

import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.reserved;

import org.xstate.api.BitWords;

/** The LBR MSRs in words (SDM volume 3, chapter on last branch records). */
final class LbrWords {

    static final BitWords CTL = BitWords.of("off", flag(0, "LBREn"), flag(1, "OS"), flag(2, "USR"),
            flag(3, "CALL_STACK"), flag(16, "JCC"), flag(17, "NEAR_REL_JMP"), flag(18, "NEAR_IND_JMP"),
            flag(19, "NEAR_REL_CALL"), flag(20, "NEAR_IND_CALL"), flag(21, "NEAR_RET"),
            flag(22, "OTHER_BRANCH"),
            reserved(0xffff_ffff_ff80_fff0L));

    private static final BitWords FLAGS = BitWords.of("", flag(63, "mispredicted"), flag(62, "in TSX"),
            flag(61, "TSX abort"));
    private static final long CYC_CNT_VALID = 1L << 60;
    private static final String[] TYPES = {"JCC", "near indirect jump", "near direct jump",
        "near indirect call", "near direct call", "near return", "reserved type 6", "reserved type 7"};

    private LbrWords() {
    }

    static String depth(long value) {
        return value == 1 ? "1 record" : Long.toUnsignedString(value) + " records";
    }

    /**
     * @param value IA32_LBR_x_INFO: cycles since the last record in bits 15:0, valid with bit 60; branch type in bits
     *              59:56
     */
    static String info(long value) {
        if (value == 0) {
            return "";
        }
        int type = (int) (value >>> 56 & 15);
        String flags = FLAGS.apply(value);
        return (type >= TYPES.length ? "other branch" : TYPES[type])
                + ((value & CYC_CNT_VALID) == 0 ? "" : ", " + (value & 0xffff) + " cycles")
                + (flags.isEmpty() ? "" : ", " + flags);
    }
}
