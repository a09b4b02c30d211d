package org.xstate.isa;

/** Why an instruction faults, for programs; the words with the values are in {@link Outcome.Fault#reason()}. */
public enum FaultCause {
    /** CPUID does not announce the instruction. */
    NOT_ENUMERATED,
    /** The instruction has a LOCK prefix. */
    LOCK_PREFIX,
    /** CR4.OSXSAVE is 0. */
    OSXSAVE_CLEAR,
    /** A VMX guest without the enable-XSAVES control. */
    NOT_ENABLED_IN_GUEST,
    /** CR0.TS is 1. */
    TASK_SWITCHED,
    /** CR0.EM is 1 (FXSAVE and FXRSTOR only). */
    EMULATION,
    /** CPL is not 0. */
    PRIVILEGE,
    /** The area is not at a multiple of 64 bytes (16 for FXSAVE and FXRSTOR). */
    MISALIGNED,
    /** An address of the area is not canonical. */
    NON_CANONICAL,
    /** The memory handed in ends before the area does, or cannot be written. */
    MEMORY,
    /** XCOMP_BV is not allowed. */
    XCOMP_BV,
    /** XSTATE_BV is not allowed. */
    XSTATE_BV,
    /** A reserved byte of the header is not zero. */
    HEADER_RESERVED,
    /** MXCSR has a reserved bit set. */
    MXCSR_RESERVED,
    /** A component's bytes cannot be loaded, as WRMSR would refuse them. */
    COMPONENT_VALUE,
    /** IA32_XFD disables a component that would be loaded. */
    DISABLED_BY_XFD,
    /** ECX names no such register. */
    NO_SUCH_REGISTER,
    /** XCR0 or the MSR refuses the value. */
    REFUSED_VALUE
}
