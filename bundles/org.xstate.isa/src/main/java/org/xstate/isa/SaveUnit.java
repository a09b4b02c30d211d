package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;
import static org.xstate.layout.image.XsaveImage.MXCSR;
import static org.xstate.layout.image.XsaveImage.MXCSR_MASK;
import static org.xstate.layout.image.XsaveImage.XCOMP_BV;
import static org.xstate.layout.image.XsaveImage.XSTATE_BV;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;

/** XSAVE, XSAVEOPT, XSAVEC and XSAVES (SDM volume 1, sections 13.7 and 13.9 to 13.11). */
final class SaveUnit {

    private static final long SSE = 2;
    private static final long AVX = 4;

    private SaveUnit() {
    }

    static Outcome save(Machine machine, Instruction instruction, MemorySegment memory, Operand operand,
            long edxEax) {
        ControlState control = machine.control();
        RegisterFile registers = machine.registers();
        ProcessorModel model = machine.model();
        boolean compacted = instruction.savesCompacted();
        long enabled = instruction.isSupervisor() ? control.enabled().bits() : control.xcr0().bits();
        long rfbm = edxEax & enabled;
        long layout = compacted ? rfbm | Long.MIN_VALUE : 0;

        long inUse = registers.inUse(rfbm, control.is64Bit()) & ~control.xfd().bits();
        if (registers.mxcsr() != RegisterFile.MXCSR_INIT && (compacted || model.policy().mxcsrInXstateBv())) {
            inUse |= rfbm & SSE;
        }
        long written = instruction.family() == Instruction.Family.XSAVE ? rfbm : inUse;
        if (instruction.usesModifiedOptimisation()
                && machine.restoredFrom(operand.linearAddress(), layout)
                && model.policy().modifiedOptimisation()) {
            written &= registers.modified() | writtenAnyway(model);
        }
        int[] offsets = compacted ? model.compactedOffsets(layout) : model.standardOffsets();
        Optional<Outcome> unreachable = Preconditions.extent(instruction, control, memory, operand,
                end(model, written, offsets));
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        boolean mxcsr = compacted ? (written & SSE) != 0 : (rfbm & (SSE | AVX)) != 0;
        if (mxcsr) {
            memory.set(LE32, MXCSR, registers.mxcsr());
            memory.set(LE32, MXCSR_MASK, model.cpu().fpu().mxcsrMask());
        }
        payload(machine, instruction, memory, written, offsets);
        if (compacted) {
            memory.set(LE64, XSTATE_BV, inUse);
            memory.set(LE64, XCOMP_BV, layout);
        } else {
            memory.set(LE64, XSTATE_BV, memory.get(LE64, XSTATE_BV) & ~rfbm | inUse);
        }
        if (instruction.family() == Instruction.Family.XSAVES) {
            for (long left = inUse; left != 0; left &= left - 1) {
                registers.savedByXsaves(model.component(Long.numberOfTrailingZeros(left)));
            }
        }
        return new Outcome.Saved(new XFeatureMask(rfbm), new XFeatureMask(written));
    }

    /** Where XINUSE tracks loads and writes, what is judged by content is not known to be unmodified either. */
    private static long writtenAnyway(ProcessorModel model) {
        return model.policy().xinuse().sticky().isEmpty() ? 0 : model.contentTracked();
    }

    private static void payload(Machine machine, Instruction instruction, MemorySegment memory,
            long written, int[] offsets) {
        RegisterFile registers = machine.registers();
        boolean bits64 = machine.control().is64Bit();
        long disabled = machine.control().xfd().bits();
        for (long left = written; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            ComponentModel component = machine.model().component(number);
            if (number == 0) {
                registers.saveX87(memory, instruction.rexW());
            } else if ((disabled >>> number & 1) != 0) {
                MemorySegment.copy(MemorySegment.ofArray(component.initBytes()), 0, memory,
                        offsets[number], component.reach(bits64));
            } else {
                registers.save(component, memory, offsets[number], bits64);
            }
        }
    }

    private static long end(ProcessorModel model, long written, int[] offsets) {
        long end = XsaveLayout.EXTENDED_OFFSET;
        for (long left = written; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            end = Math.max(end, offsets[number] + model.component(number).size);
        }
        return end;
    }
}
