package org.xstate.sim.library;

import java.util.List;
import java.util.stream.Stream;

import org.xstate.layout.cpu.XsaveFeatures;
import org.xstate.model.KernelVersion;

/** The instruction with which a kernel saves its tasks' state: what the knob {@code xsave_instruction} chooses from. */
public enum SaveInstruction {
    XSAVES, XSAVEC, XSAVEOPT, XSAVE;

    /** Kernels since 5.19 use XSAVEC where there is no XSAVES (8ad7e8f69695). */
    private static final KernelVersion XSAVEC_USED = new KernelVersion(5, 19, 0);

    /** What that kernel takes on that processor. */
    public static SaveInstruction of(XsaveFeatures features, KernelVersion kernel) {
        return Stream.of(values())
                .filter(one -> one.isIn(features))
                .filter(one -> one != XSAVEC || kernel.code() >= XSAVEC_USED.code())
                .findFirst().orElse(XSAVE);
    }

    /** Whether the processor has it. */
    public boolean isIn(XsaveFeatures features) {
        return switch (this) {
            case XSAVES -> features.xsaves();
            case XSAVEC -> features.xsavec();
            case XSAVEOPT -> features.xsaveopt();
            case XSAVE -> features.xsave();
        };
    }

    /** Whether images have the compacted format. */
    public boolean isCompacted() {
        return this == XSAVES || this == XSAVEC;
    }

    /** The value of the knob. */
    String constant() {
        return "INSN_" + name();
    }

    static List<String> constants() {
        return Stream.of(values()).map(SaveInstruction::constant).toList();
    }
}
