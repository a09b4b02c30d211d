package org.xstate.isa;

import java.util.Locale;
import java.util.Optional;

import org.xstate.layout.cpu.XsaveFeatures;

/** The instructions with a memory operand. A name that ends in 64 has REX.W and exists in 64-bit mode only. */
public enum Instruction {
    /** 0F AE /0. */
    FXSAVE,
    /** REX.W 0F AE /0. */
    FXSAVE64,
    /** 0F AE /1. */
    FXRSTOR,
    /** REX.W 0F AE /1. */
    FXRSTOR64,
    /** 0F AE /4. */
    XSAVE,
    /** REX.W 0F AE /4. */
    XSAVE64,
    /** 0F AE /6. */
    XSAVEOPT,
    /** REX.W 0F AE /6. */
    XSAVEOPT64,
    /** 0F C7 /4. */
    XSAVEC,
    /** REX.W 0F C7 /4. */
    XSAVEC64,
    /** 0F C7 /5. */
    XSAVES,
    /** REX.W 0F C7 /5. */
    XSAVES64,
    /** 0F AE /5. */
    XRSTOR,
    /** REX.W 0F AE /5. */
    XRSTOR64,
    /** 0F C7 /3. */
    XRSTORS,
    /** REX.W 0F C7 /3. */
    XRSTORS64;

    /** An instruction without regard to REX.W. */
    public enum Family {
        FXSAVE, FXRSTOR, XSAVE, XSAVEOPT, XSAVEC, XSAVES, XRSTOR, XRSTORS
    }

    private final Family family;
    private final boolean rexW;

    Instruction() {
        this.rexW = name().endsWith("64");
        this.family = Family.valueOf(rexW ? name().substring(0, name().length() - 2) : name());
    }

    public Family family() {
        return family;
    }

    /** Whether FIP and FDP are 64 bits wide in memory; without, they are 32-bit offsets with 16-bit selectors. */
    public boolean rexW() {
        return rexW;
    }

    /** Whether it writes memory rather than registers. */
    public boolean isSave() {
        return switch (family) {
            case FXSAVE, XSAVE, XSAVEOPT, XSAVEC, XSAVES -> true;
            case FXRSTOR, XRSTOR, XRSTORS -> false;
        };
    }

    /** Whether it is FXSAVE or FXRSTOR, which know neither header nor XCR0. */
    public boolean isLegacy() {
        return family == Family.FXSAVE || family == Family.FXRSTOR;
    }

    /** Whether it handles supervisor components, at CPL 0 only. */
    public boolean isSupervisor() {
        return family == Family.XSAVES || family == Family.XRSTORS;
    }

    /** Whether it writes the compacted format. */
    public boolean savesCompacted() {
        return family == Family.XSAVEC || family == Family.XSAVES;
    }

    /** Whether it leaves out what has not been modified since the last restore (SDM volume 1, section 13.6). */
    public boolean usesModifiedOptimisation() {
        return family == Family.XSAVEOPT || family == Family.XSAVES;
    }

    /** Whether CPUID announces it. */
    public boolean enumerated(XsaveFeatures features) {
        return switch (family) {
            case FXSAVE, FXRSTOR -> true;
            case XSAVE, XRSTOR -> features.xsave();
            case XSAVEOPT -> features.xsaveopt();
            case XSAVEC -> features.xsavec();
            case XSAVES, XRSTORS -> features.xsaves();
        };
    }

    /** The instruction with that mnemonic, whatever the case. */
    public static Optional<Instruction> of(String mnemonic) {
        String upper = mnemonic.toUpperCase(Locale.ROOT);
        for (Instruction instruction : values()) {
            if (instruction.name().equals(upper)) {
                return Optional.of(instruction);
            }
        }
        return Optional.empty();
    }
}
