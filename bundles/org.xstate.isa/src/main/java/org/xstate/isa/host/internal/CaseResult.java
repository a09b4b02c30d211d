package org.xstate.isa.host.internal;

import java.util.Optional;

/**
 * What an execution did.
 *
 * @param id           the request's
 * @param fault        the exception; empty if the instruction completed
 * @param xinuseBefore XGETBV(1) before it; 0 where the CPU has no XGETBV(1)
 * @param xinuseAfter  XGETBV(1) after it
 * @param edxEax       EDX:EAX after it
 * @param memory       the operand after it
 * @param dump         the registers after it: XSAVE64 over EEH with a zero header
 */
record CaseResult(int id, Optional<Fault> fault, long xinuseBefore, long xinuseAfter, long edxEax,
        byte[] memory, byte[] dump) {

    /**
     * An exception as Linux reports it.
     *
     * @param signal SIGSEGV 11, SIGILL 4, SIGBUS 7, SIGFPE 8
     * @param code   si_code
     * @param trap   the vector: 6 #UD, 7 #NM, 13 #GP, 14 #PF, 17 #AC
     * @param error  the error code
     */
    record Fault(int signal, int code, long trap, long error) {
        /** {@code #GP(0)}; vectors without a name here by number. */
        String name() {
            return switch ((int) trap) {
                case 6 -> "#UD";
                case 7 -> "#NM";
                case 13 -> "#GP(" + error + ")";
                case 14 -> "#PF(" + error + ")";
                case 17 -> "#AC";
                default -> "vector " + trap + " (signal " + signal + ")";
            };
        }
    }
}
