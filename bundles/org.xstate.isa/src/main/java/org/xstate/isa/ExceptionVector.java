package org.xstate.isa;

/** The exceptions that the instructions raise (SDM volume 3, chapter 6). */
public enum ExceptionVector {
    /** Invalid opcode. */
    UD(6, false),
    /** Device not available. */
    NM(7, false),
    /** Stack-segment fault. */
    SS(12, true),
    /** General protection. */
    GP(13, true),
    /** Page fault. */
    PF(14, true),
    /** Alignment check. */
    AC(17, true);

    private final int number;
    private final boolean errorCode;

    ExceptionVector(int number, boolean errorCode) {
        this.number = number;
        this.errorCode = errorCode;
    }

    /** 0 to 31. */
    public int number() {
        return number;
    }

    /** Whether an error code is pushed. */
    public boolean pushesErrorCode() {
        return errorCode;
    }

    /** As the manual writes it: {@code #GP}. */
    public String mnemonic() {
        return "#" + name();
    }
}
