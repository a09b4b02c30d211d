package org.xstate.features.cet.internal;

import static org.xstate.api.BitWords.address;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.reserved;

import java.util.Optional;

import org.xstate.api.AddressWidths;
import org.xstate.api.BitWords;

/** The CET MSRs: their bits, and what WRMSR and so XRSTORS refuses to load (SDM volume 1, chapter on CET; volume 4). */
final class CetMsrs {

    private static final long SUPPRESS = 1L << 10;
    private static final long TRACKER = 1L << 11;
    private static final long SSP_ALIGNMENT = 3;

    /** IA32_U_CET and IA32_S_CET. */
    static final BitWords CONTROL = BitWords.of("shadow stack and branch tracking off",
            flag(0, "SH_STK_EN"), flag(1, "WR_SHSTK_EN"), flag(2, "ENDBR_EN"), flag(3, "LEG_IW_EN"),
            flag(4, "NO_TRACK_EN"), flag(5, "SUPPRESS_DIS"), flag(10, "SUPPRESS"),
            flag(11, "TRACKER (waiting for ENDBRANCH)"),
            address(-1L << 12, "EB_LEG_BITMAP_BASE"), reserved(0x3c0));

    private CetMsrs() {
    }

    /** Why WRMSR refuses a value of IA32_U_CET, if it does. */
    static Optional<String> refusedControl(long value, AddressWidths widths) {
        if ((value & CONTROL.reservedBits()) != 0) {
            return refused("IA32_U_CET", value, "bits 9:6 are reserved");
        }
        if ((value & (SUPPRESS | TRACKER)) == (SUPPRESS | TRACKER)) {
            return refused("IA32_U_CET", value, "SUPPRESS and TRACKER are both set");
        }
        return widths.canonical(value)
                ? Optional.empty()
                : refused("IA32_U_CET", value, "EB_LEG_BITMAP_BASE is not canonical");
    }

    /** Why WRMSR refuses a shadow-stack pointer, if it does. */
    static Optional<String> refusedPointer(String msr, long value, AddressWidths widths) {
        if ((value & SSP_ALIGNMENT) != 0) {
            return refused(msr, value, "bits 1:0 must be 0");
        }
        return widths.canonical(value) ? Optional.empty() : refused(msr, value, "it is not canonical");
    }

    /** What a shadow-stack pointer says. */
    static String pointer(long value) {
        return refusedPointer("", value, AddressWidths.WIDEST).isEmpty() ? "" : "XRSTORS refuses it";
    }

    private static Optional<String> refused(String msr, long value, String reason) {
        return Optional.of(msr + " 0x" + Long.toHexString(value) + ": " + reason);
    }
}
