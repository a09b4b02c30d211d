package org.xstate.layout.cpuid;

/** The four output registers of one CPUID leaf or sub-leaf. */
public record CpuidRegisters(int eax, int ebx, int ecx, int edx) {

    /** All four are zero: how CPUID answers for a sub-leaf that does not exist. */
    public boolean isZero() {
        return (eax | ebx | ecx | edx) == 0;
    }

    /** Eight hex digits each, in the order EAX EBX ECX EDX. */
    @Override
    public String toString() {
        return "%08x %08x %08x %08x".formatted(eax, ebx, ecx, edx);
    }
}
