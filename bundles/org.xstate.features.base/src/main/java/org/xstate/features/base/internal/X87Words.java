package org.xstate.features.base.internal;

import static org.xstate.api.BitWords.choice;
import static org.xstate.api.BitWords.flag;
import static org.xstate.api.BitWords.number;
import static org.xstate.api.BitWords.reserved;

import java.util.HexFormat;

import org.xstate.api.BitWords;

/** The x87 control words in words (SDM volume 1, section 8.1). */
final class X87Words {

    /** Of the global descriptor tables of Linux, Windows and the BSDs, none has an entry beyond. */
    private static final long LARGEST_USUAL_SELECTOR = 0x3ff;

    private static final BitWords CONTROL = BitWords.of("",
            choice(8, 2, "single precision", "reserved precision 1", "double precision",
                    "extended precision"),
            choice(10, 2, "round to nearest", "round down", "round up", "round toward zero"));
    private static final BitWords CONTROL_REST = BitWords.of("",
            flag(12, "X (infinity control, ignored since the 387)"),
            reserved(0xe080));
    private static final BitWords STATUS = BitWords.of("",
            flag(0, "IE"), flag(1, "DE"), flag(2, "ZE"), flag(3, "OE"), flag(4, "UE"), flag(5, "PE"),
            flag(6, "SF (stack fault)"), flag(7, "ES (unmasked exception pending)"),
            flag(8, "C0"), flag(9, "C1"), flag(10, "C2"), flag(14, "C3"), flag(15, "B"));

    private X87Words() {
    }

    /** @param value FCW, 16 bits */
    static String control(long value) {
        String rest = CONTROL_REST.apply(value);
        String bit6 = (value & 0x40) == 0 ? ", bit 6 clear (reads as 1 in hardware)" : "";
        return CONTROL.apply(value) + ", " + ExceptionMasks.words(value)
                + (rest.isEmpty() ? "" : ", " + rest) + bit6;
    }

    /** @param value FSW, 16 bits */
    static String status(long value) {
        String flags = STATUS.apply(value);
        return "top " + top(value) + (flags.isEmpty() ? "" : ", " + flags);
    }

    /** FSW and what FCW makes of it: ES and B repeat whether an unmasked exception is pending. */
    static String status(long fsw, long fcw) {
        boolean pending = (fsw & ~fcw & 0x3f) != 0;
        boolean es = (fsw & 0x80) != 0;
        String note = pending == es
                ? ""
                : es
                        ? ", ES set although every flagged exception is masked"
                        : ", ES clear although an unmasked exception is flagged";
        return status(fsw) + note;
    }

    /** @param value FOP: the opcode's two bytes less the five bits that all x87 opcodes share; 0 is D8 00 too */
    static String opcode(long value) {
        return value == 0 ? "none recorded" : bytes(value);
    }

    /** FOP beside FIP, which tells whether an instruction was recorded at all. */
    static String opcode(long fop, long fip) {
        return fop == 0 && fip != 0
                ? bytes(fop) + ", or not recorded (fopcode compatibility mode off)"
                : opcode(fop);
    }

    private static String bytes(long value) {
        HexFormat hex = HexFormat.of().withUpperCase();
        String over = (value & 0xf800) == 0
                ? ""
                : ", reserved bits 0x" + Long.toHexString(value & 0xf800) + " set";
        return hex.toHexDigits((byte) (0xd8 | value >>> 8 & 7)) + " " + hex.toHexDigits((byte) value) + over;
    }

    /**
     * FIP or FDP. Saved with REX.W it is one 64-bit address; saved without, a 32-bit offset and a 16-bit selector. The
     * image does not tell which, so both readings are given where the upper half could be a selector; operating systems keep
     * those small, while upper halves of user addresses are not.
     */
    static String pointer(long value, String selector) {
        if (value == 0) {
            return "none recorded";
        }
        String address = "0x" + Long.toHexString(value);
        return value >>> 32 == 0 || value >>> 32 > LARGEST_USUAL_SELECTOR
                ? address
                : address + "; if saved without REX.W: " + selector + " 0x"
                        + Long.toHexString(value >>> 32 & 0xffff)
                        + ", offset 0x" + Long.toHexString(value & 0xffff_ffffL);
    }

    /** TOP: the physical register that ST(0) names, 0 to 7. */
    static int top(long fsw) {
        return (int) (fsw >>> 11 & 7);
    }

    /** The abridged tag word's own content. */
    static String abridged(long value) {
        return BitWords.of("all empty", flag(0, "R0"), flag(1, "R1"), flag(2, "R2"), flag(3, "R3"),
                flag(4, "R4"), flag(5, "R5"), flag(6, "R6"), flag(7, "R7"), number(8, 8, "excess"))
                .apply(value);
    }
}
