package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.MXCSR;
import static org.xstate.layout.image.XsaveImage.MXCSR_MASK;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.Outcome.Fault;

/** FXSAVE and FXRSTOR (SDM volume 1, section 10.5). */
final class FxUnit {

    private static final int SIZE = 512;
    private static final XFeatureMask X87 = XFeatureMask.of(0);

    private FxUnit() {
    }

    static Outcome execute(Machine machine, Instruction instruction, MemorySegment memory, Operand operand) {
        Optional<Outcome> unreachable = Preconditions.extent(instruction, machine.control(), memory,
                operand, SIZE);
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        return instruction.isSave()
                ? save(machine, instruction, memory)
                : restore(machine, instruction, memory);
    }

    /**
     * Whether MXCSR is moved. The manual leaves open whether it and XMM registers are without CR4.OSFXSR (SDM volume 2,
     * FXSAVE and FXRSTOR); AMD's says that they are not (AMD64 APM volume 2, section 3.1.3).
     */
    private static boolean movesMxcsr(Machine machine) {
        return machine.control().cr4Osfxsr() || machine.model().policy().legacySseWithoutOsfxsr();
    }

    private static boolean movesXmm(Machine machine) {
        ControlState control = machine.control();
        boolean fast = control.eferFfxsr() && control.is64Bit() && control.cpl() == 0;
        return movesMxcsr(machine) && !fast;
    }

    private static XFeatureMask moved(Machine machine) {
        return movesXmm(machine) ? XFeatureMask.LEGACY : X87;
    }

    private static Outcome save(Machine machine, Instruction instruction, MemorySegment memory) {
        RegisterFile registers = machine.registers();
        ComponentModel sse = machine.model().component(1);
        registers.saveX87(memory, instruction.rexW());
        if (movesMxcsr(machine)) {
            memory.set(LE32, MXCSR, registers.mxcsr());
            memory.set(LE32, MXCSR_MASK, machine.model().cpu().fpu().mxcsrMask());
        }
        if (movesXmm(machine)) {
            registers.save(sse, memory, sse.info.offset(), machine.control().is64Bit());
        }
        return new Outcome.Saved(XFeatureMask.LEGACY, moved(machine));
    }

    private static Outcome restore(Machine machine, Instruction instruction, MemorySegment memory) {
        RegisterFile registers = machine.registers();
        ComponentModel sse = machine.model().component(1);
        int mxcsr = movesMxcsr(machine) ? memory.get(LE32, MXCSR) : registers.mxcsr();
        int reserved = mxcsr & ~machine.model().cpu().fpu().mxcsrMask();
        if (reserved != 0) {
            return Fault.gp(FaultCause.MXCSR_RESERVED,
                    "MXCSR %#x has the reserved bits %#x".formatted(mxcsr, reserved));
        }
        registers.loadX87(memory, instruction.rexW());
        if (movesXmm(machine)) {
            registers.load(sse, memory, sse.info.offset(), machine.control().is64Bit());
        }
        registers.writeMxcsr(mxcsr);
        registers.markModified(moved(machine).bits());
        return new Outcome.Restored(XFeatureMask.LEGACY, moved(machine), XFeatureMask.NONE);
    }
}
