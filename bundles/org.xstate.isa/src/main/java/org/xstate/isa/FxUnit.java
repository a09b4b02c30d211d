package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.MXCSR;
import static org.xstate.layout.image.XsaveImage.MXCSR_MASK;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.Outcome.Fault;

/** FXSAVE and FXRSTOR (SDM volume 1, section 10.5), with CR4.OSFXSR taken as 1 and EFER.FFXSR as 0. */
final class FxUnit {

    private static final int SIZE = 512;

    private FxUnit() {
    }

    static Outcome execute(Machine machine, Instruction instruction, MemorySegment memory, long address) {
        Optional<Outcome> unreachable = Preconditions.extent(instruction, machine.control(), memory,
                address, SIZE);
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        return instruction.isSave()
                ? save(machine, instruction, memory)
                : restore(machine, instruction, memory);
    }

    private static Outcome save(Machine machine, Instruction instruction, MemorySegment memory) {
        RegisterFile registers = machine.registers();
        ComponentModel sse = machine.model().component(1);
        registers.saveX87(memory, instruction.rexW());
        memory.set(LE32, MXCSR, registers.mxcsr());
        memory.set(LE32, MXCSR_MASK, machine.model().cpu().fpu().mxcsrMask());
        registers.save(sse, memory, sse.info.offset(), machine.control().is64Bit());
        return new Outcome.Saved(XFeatureMask.LEGACY, XFeatureMask.LEGACY);
    }

    private static Outcome restore(Machine machine, Instruction instruction, MemorySegment memory) {
        RegisterFile registers = machine.registers();
        ComponentModel sse = machine.model().component(1);
        int mxcsr = memory.get(LE32, MXCSR);
        int reserved = mxcsr & ~machine.model().cpu().fpu().mxcsrMask();
        if (reserved != 0) {
            return Fault.gp(FaultCause.MXCSR_RESERVED,
                    "MXCSR %#x has the reserved bits %#x".formatted(mxcsr, reserved));
        }
        registers.loadX87(memory, instruction.rexW());
        registers.load(sse, memory, sse.info.offset(), machine.control().is64Bit());
        registers.setMxcsr(mxcsr);
        registers.markModified(XFeatureMask.LEGACY.bits());
        return new Outcome.Restored(XFeatureMask.LEGACY, XFeatureMask.LEGACY, XFeatureMask.NONE);
    }
}
