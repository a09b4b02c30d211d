package org.xstate.isa;

import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;
import static org.xstate.layout.image.XsaveImage.MXCSR;
import static org.xstate.layout.image.XsaveImage.XCOMP_BV;
import static org.xstate.layout.image.XsaveImage.XSTATE_BV;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.Outcome.Fault;
import org.xstate.layout.XsaveLayout;

/** XRSTOR and XRSTORS (SDM volume 1, sections 13.8 and 13.12). Everything is decided before a register changes. */
final class RestoreUnit {

    private static final long X87 = 1;
    private static final long SSE = 2;
    private static final long AVX = 4;

    /**
     * A fault over a value.
     *
     * @param before      components that an implementation which goes by number has done before it
     * @param self        the component whose value it is; 0 for MXCSR
     * @param mxcsrBefore whether MXCSR is none of its reasons
     */
    private record Refusal(Fault fault, long before, long self, boolean mxcsrBefore) {
    }

    private final Machine machine;
    private final Instruction instruction;
    private final MemorySegment memory;
    private final boolean bits64;
    private final boolean compacted;
    private final long rfbm;
    private final long xstateBv;
    private final int[] offsets;
    /** Components whose bytes are legal to ask for but end in the initial configuration (an invalid XTILECFG). */
    private long replacedByInit;

    private RestoreUnit(Machine machine, Instruction instruction, MemorySegment memory, long rfbm,
            long xstateBv, long xcompBv) {
        this.machine = machine;
        this.instruction = instruction;
        this.memory = memory;
        this.bits64 = machine.control().is64Bit();
        this.compacted = xcompBv < 0;
        this.rfbm = rfbm;
        this.xstateBv = xstateBv;
        this.offsets = compacted
                ? machine.model().compactedOffsets(xcompBv)
                : machine.model().standardOffsets();
    }

    static Outcome restore(Machine machine, Instruction instruction, MemorySegment memory, Operand operand,
            long edxEax) {
        ControlState control = machine.control();
        long enabled = instruction.isSupervisor() ? control.enabled().bits() : control.xcr0().bits();
        Optional<Outcome> unreachable = Preconditions.extent(instruction, control, memory, operand,
                XsaveLayout.EXTENDED_OFFSET);
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        long bv = memory.get(LE64, XSTATE_BV);
        long xcomp = memory.get(LE64, XCOMP_BV);
        Optional<Fault> header = HeaderCheck.check(instruction, machine.model(), control, memory, bv, xcomp);
        if (header.isPresent()) {
            return header.get();
        }
        RestoreUnit unit = new RestoreUnit(machine, instruction, memory, edxEax & enabled, bv, xcomp);
        return unit.run(operand, xcomp);
    }

    private Outcome run(Operand operand, long xcompBv) {
        ControlState control = machine.control();
        Optional<Outcome> unreachable = Preconditions.extent(instruction, control, memory, operand, end());
        if (unreachable.isPresent()) {
            return unreachable.get();
        }
        long disabled = rfbm & xstateBv & control.xfd().bits();
        if (disabled != 0) {
            machine.control(control.withXfdErr(new XFeatureMask(disabled)));
            return Fault.nm(FaultCause.DISABLED_BY_XFD,
                    "IA32_XFD disables %#x, which XSTATE_BV asks to load".formatted(disabled));
        }
        Optional<Refusal> refusal = decide();
        if (refusal.isPresent()) {
            leave(refusal.get());
            return refusal.get().fault();
        }
        commit(rfbm, true);
        machine.registers().restored(rfbm);
        machine.rememberRestore(operand.linearAddress(), xcompBv);
        return new Outcome.Restored(new XFeatureMask(rfbm),
                new XFeatureMask(rfbm & xstateBv & ~replacedByInit),
                new XFeatureMask(rfbm & (~xstateBv | replacedByInit)));
    }

    /** What the policy has done by the time of the fault stays done. */
    private void leave(Refusal refusal) {
        long done = switch (machine.model().policy().refusedRestore().of(compacted)) {
            case ROLLBACK -> 0;
            case PARTIAL -> refusal.before();
            case LEGACY_AND_INITIALISED -> rfbm & (X87 | SSE | ~xstateBv) & ~refusal.self();
        };
        if (done != 0) {
            commit(done, refusal.mxcsrBefore());
            machine.registers().markModified(done);
        }
    }

    private long end() {
        long end = XsaveLayout.EXTENDED_OFFSET;
        for (long left = rfbm & xstateBv; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            end = Math.max(end, offsets[number] + machine.model().component(number).size);
        }
        return end;
    }

    /** Whether MXCSR comes from memory: the standard format asks RFBM alone, the compacted one SSE's XSTATE_BV bit. */
    private boolean loadsMxcsr() {
        return compacted ? (rfbm & xstateBv & SSE) != 0 : (rfbm & (SSE | AVX)) != 0;
    }

    private Optional<Refusal> decide() {
        int reserved = memory.get(LE32, MXCSR) & ~machine.model().cpu().fpu().mxcsrMask();
        if (loadsMxcsr() && reserved != 0) {
            // the emulator whose partial restores were recorded meets MXCSR before XMM in the standard format only
            long before = rfbm & (compacted ? X87 | SSE : X87);
            return Optional.of(new Refusal(Fault.gp(FaultCause.MXCSR_RESERVED,
                    "MXCSR %#x has the reserved bits %#x".formatted(memory.get(LE32, MXCSR), reserved)),
                    before, 0, false));
        }
        for (long left = rfbm & ~(X87 | SSE); left != 0; left &= left - 1) {
            ComponentModel component = machine.model().component(Long.numberOfTrailingZeros(left));
            long bit = left & -left;
            if (component.plain() || component.reach(bits64) == 0) {
                continue;
            }
            switch (ask(component, (xstateBv & bit) != 0)) {
                case Load.Accept accept -> {
                }
                case Load.Initialise initialise -> replacedByInit |= bit;
                case Load.Fault fault -> {
                    return Optional.of(new Refusal(Fault.gp(FaultCause.COMPONENT_VALUE,
                            component.name + ": " + fault.reason()), rfbm & bit - 1, bit, true));
                }
            }
        }
        return Optional.empty();
    }

    private Load ask(ComponentModel component, boolean load) {
        MemorySegment registers = machine.registers().live(component).asReadOnly();
        return load
                ? component.behaviour.load(
                        memory.asSlice(offsets[component.number], component.size).asReadOnly(), registers)
                : component.behaviour.initialise(registers);
    }

    private void commit(long mask, boolean mxcsr) {
        RegisterFile registers = machine.registers();
        for (long left = mask; left != 0; left &= left - 1) {
            int number = Long.numberOfTrailingZeros(left);
            ComponentModel component = machine.model().component(number);
            if ((xstateBv & ~replacedByInit & left & -left) == 0) {
                registers.initialise(component, bits64);
            } else if (number == 0) {
                registers.loadX87(memory, instruction.rexW());
            } else {
                registers.load(component, memory, offsets[number], bits64);
            }
        }
        if (mxcsr && loadsMxcsr()) {
            registers.setMxcsr(memory.get(LE32, MXCSR));
        } else if (mxcsr && (rfbm & SSE) != 0) {
            registers.setMxcsr(RegisterFile.MXCSR_INIT);
        }
    }
}
