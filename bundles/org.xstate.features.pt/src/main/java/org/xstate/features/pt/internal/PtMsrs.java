package org.xstate.features.pt.internal;

import static org.xstate.api.BitWords.address;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.number;
import static org.xstate.api.BitWords.reserved;

import org.xstate.api.BitWords;

/** The processor-trace MSRs in words (SDM volume 3, "Trace Enable and Control MSRs"). */
final class PtMsrs {

    static final long TRACE_EN = 1;
    private static final int FIRST_ADDR_CFG = 32;

    static final BitWords CTL = BitWords.of("off", flag(0, "TraceEn"), flag(1, "CYCEn"), flag(2, "OS"),
            flag(3, "User"), flag(4, "PwrEvtEn"), flag(5, "FUPonPTW"), flag(6, "FabricEn"),
            flag(7, "CR3Filter"), flag(8, "ToPA"), flag(9, "MTCEn"), flag(10, "TSCEn"), flag(11, "DisRETC"),
            flag(12, "PTWEn"), flag(13, "BranchEn"), number(14, 4, "MTCFreq"), number(19, 4, "CycThresh"),
            number(24, 4, "PSBFreq"), flag(31, "EventEn"), flag(55, "DisTNT"),
            flag(56, "InjectPsbPmiOnEnable"),
            reserved(0xfe7f_0000_7084_0000L));

    static final BitWords STATUS = BitWords.of("", flag(0, "FilterEn"), flag(1, "ContextEn"),
            flag(2, "TriggerEn"), flag(4, "Error"), flag(5, "Stopped"), flag(6, "PendPSB"),
            flag(7, "PendTopaPMI"), number(32, 17, "PacketByteCnt"), reserved(0xfffe_0000_ffff_ff08L));

    static final BitWords OUTPUT_BASE = BitWords.of("", reserved(0x7f));
    static final BitWords CR3_MATCH = BitWords.of("", address(-32L, "CR3"), reserved(0x1f));

    private PtMsrs() {
    }

    /** IA32_RTIT_CTL with what each address range is for. */
    static String control(long value) {
        StringBuilder words = new StringBuilder(CTL.apply(value));
        for (int i = 0; i < 4; i++) {
            int use = (int) (value >>> FIRST_ADDR_CFG + 4 * i & 15);
            if (use != 0) {
                words.append(", ADDR").append(i).append(' ').append(rangeUse(use));
            }
        }
        return words.toString();
    }

    private static String rangeUse(int use) {
        return switch (use) {
            case 1 -> "filters";
            case 2 -> "stops the trace";
            default -> "reserved use " + use;
        };
    }

    /** IA32_RTIT_OUTPUT_MASK_PTRS, whose meaning depends on ToPA; both readings are given. */
    static String pointers(long value) {
        return value == 0
                ? ""
                : "mask or table offset 0x" + Long.toHexString(value & 0xffff_ffffL) + ", output offset 0x"
                        + Long.toHexString(value >>> 32);
    }

}
