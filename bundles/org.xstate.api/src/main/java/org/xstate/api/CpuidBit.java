package org.xstate.api;

import java.util.Objects;

/**
 * One feature bit of CPUID.
 *
 * @param leaf     EAX on entry
 * @param subleaf  ECX on entry
 * @param register which output register
 * @param bit      0 to 31
 * @param name     the manual's name of the feature
 */
public record CpuidBit(int leaf, int subleaf, Register register, int bit, String name) {

    /** CPUID's output registers. */
    public enum Register {
        EAX, EBX, ECX, EDX
    }

    public CpuidBit {
        Objects.requireNonNull(register);
        Objects.requireNonNull(name);
        if (bit < 0 || bit > 31) {
            throw new IllegalArgumentException("CPUID bit " + bit + " is not in 0..31");
        }
    }

    /** As the manual writes it: {@code CPUID.7.0:ECX[3] PKU}. */
    @Override
    public String toString() {
        return "CPUID.%X.%X:%s[%d] %s".formatted(leaf, subleaf, register, bit, name);
    }
}
