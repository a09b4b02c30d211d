package org.xstate.isa.host.internal;

/** Byte offsets in the block that a case shares with the stub, which holds its address in RBX. */
final class CaseBlock {

    /** Where the caller's registers are kept while the case runs. */
    static final int CALLER_AREA = 0;
    static final int CALLER_RFBM = 8;
    /** The standard-format image of the start state. */
    static final int START_AREA = 16;
    static final int START_RFBM = 24;
    /** The memory operand of the instruction under test. */
    static final int OPERAND = 32;
    static final int RFBM = 40;
    /** Where the registers are dumped afterwards. */
    static final int DUMP_AREA = 48;
    static final int DUMP_RFBM = 56;
    /** Routines to call. */
    static final int FILL = 64;
    static final int PREPARATION = 72;
    static final int XINUSE = 80;
    static final int TEST = 88;
    /** Where the signal handler lets a faulting test go on; TEST as it is seen by the handler. */
    static final int RESUME = 96;
    static final int GUARDED = 104;
    /** ECX on entry of the test. */
    static final int TEST_ECX = 112;
    /** Bytes of the start image from 576 on that the fill routine overwrites. */
    static final int FILL_EXTENDED = 116;
    /** Results. */
    static final int XINUSE_BEFORE = 120;
    static final int XINUSE_AFTER = 128;
    static final int EDX_EAX = 136;
    /** What the signal handler found; SIGNAL stays 0 without a fault. */
    static final int SIGNAL = 144;
    static final int SIGNAL_CODE = 148;
    static final int TRAP = 152;
    static final int ERROR_CODE = 160;
    static final int SIZE = 192;

    private CaseBlock() {
    }
}
