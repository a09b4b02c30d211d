package org.xstate.isa.host.internal;

import java.util.Objects;

/**
 * One execution of one instruction.
 *
 * @param id          number in the run; the same seed gives the same case
 * @param instruction what is executed
 * @param operand     where its memory operand lies
 * @param misalign    bytes from a 64-byte boundary to the operand, 0 to 63
 * @param preparation what is done to the registers before it
 * @param rfbm        EDX:EAX on entry
 * @param ecx         ECX on entry
 * @param startRfbm   RFBM with which the start state is loaded by XRSTOR64
 * @param start       the start state: a standard-format image
 * @param memory      the operand before the instruction
 * @param dumpRfbm    RFBM with which the registers are saved afterwards by XSAVE64
 * @param dumpSize    bytes of that dump
 */
record CaseRequest(int id, HostInstruction instruction, Operand operand, int misalign,
        Preparation preparation, long rfbm, int ecx, long startRfbm, byte[] start, byte[] memory,
        long dumpRfbm, int dumpSize) {

    /** The place of the memory operand. */
    enum Operand {
        /** Memory that no XRSTOR has touched since it was filled. */
        SEPARATE,
        /** The start image itself, its payload overwritten with DDH after it was loaded. */
        START_OVERWRITTEN,
        /** Address 8000000000000000H. */
        NON_CANONICAL
    }

    CaseRequest {
        Objects.requireNonNull(instruction);
        Objects.requireNonNull(operand);
        Objects.requireNonNull(preparation);
        if (misalign < 0 || misalign > 63) {
            throw new IllegalArgumentException("misalignment of " + misalign + " bytes");
        }
    }
}
