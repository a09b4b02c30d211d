package org.xstate.isa;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

import org.xstate.api.XFeatureMask;

/**
 * One logical processor: registers, control state, and what it remembers of the last restore. Not thread-safe; a copy is
 * one array copy.
 */
public final class Machine {

    /** Extended supervisor state mask. */
    public static final int IA32_XSS = 0xda0;
    /** Extended feature disable. */
    public static final int IA32_XFD = 0x1c4;
    /** Extended feature disable: what the last #NM was about. */
    public static final int IA32_XFD_ERR = 0x1c5;

    private final ProcessorModel model;
    private final RegisterFile registers;
    private ControlState control;
    private XrstorInfo xrstorInfo = XrstorInfo.NONE;

    /** All registers in their initial configuration, control state {@link ControlState#KERNEL}. */
    public Machine(ProcessorModel model) {
        this(model, ControlState.KERNEL);
    }

    /** All registers in their initial configuration. */
    public Machine(ProcessorModel model, ControlState control) {
        this.model = Objects.requireNonNull(model);
        this.registers = new RegisterFile(model);
        this.control = checked(control);
    }

    /** An independent machine in the same state. */
    public Machine copy() {
        Machine copy = new Machine(model, control);
        copy.become(this);
        return copy;
    }

    /** Takes over the whole state of another machine of the same model, without allocation. */
    public void become(Machine other) {
        registers.become(other.registers);
        control = other.control;
        xrstorInfo = other.xrstorInfo;
    }

    public ProcessorModel model() {
        return model;
    }

    public RegisterFile registers() {
        return registers;
    }

    public ControlState control() {
        return control;
    }

    /**
     * Sets the control state as an emulator's monitor would, without the checks of XSETBV and WRMSR.
     *
     * @throws IllegalArgumentException if it enables a component that the processor has no registers for
     */
    public void control(ControlState state) {
        control = checked(state);
    }

    private ControlState checked(ControlState state) {
        XFeatureMask missing = state.enabled().andNot(model.modelled());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the processor has no registers for components " + missing);
        }
        return state;
    }

    /**
     * Executes one instruction with a memory operand.
     *
     * @param instruction   which; one with REX.W in 64-bit mode only
     * @param memory        the memory from the operand's first byte on. A save writes it. If it ends before the last byte
     *                      that the instruction accesses, the outcome is #PF, and nothing has changed
     * @param linearAddress of the operand's first byte: alignment and canonical form are checked on it, and the modified
     *                      optimisation compares it
     * @param edxEax        the requested components; ignored by FXSAVE and FXRSTOR
     */
    public Outcome execute(Instruction instruction, MemorySegment memory, long linearAddress,
            XFeatureMask edxEax) {
        return execute(instruction, memory, linearAddress, edxEax.bits());
    }

    /** The same, with EDX:EAX as a number. */
    public Outcome execute(Instruction instruction, MemorySegment memory, long linearAddress, long edxEax) {
        return execute(instruction, memory, Operand.at(linearAddress), edxEax);
    }

    /** The same with an operand on the stack or with a prefix. */
    public Outcome execute(Instruction instruction, MemorySegment memory, Operand operand, long edxEax) {
        Optional<Outcome> stopped = Preconditions.check(instruction, model, control, operand, edxEax);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (instruction.isLegacy()) {
            return FxUnit.execute(this, instruction, memory, operand);
        }
        return instruction.isSave()
                ? SaveUnit.save(this, instruction, memory, operand, edxEax)
                : RestoreUnit.restore(this, instruction, memory, operand, edxEax);
    }

    /** XGETBV. @param ecx 0: XCR0; 1: XCR0 and XINUSE; anything else faults */
    public Outcome xgetbv(int ecx) {
        return SystemRegisters.xgetbv(this, ecx);
    }

    /** XSETBV. @param ecx 0: XCR0; anything else faults @param value EDX:EAX */
    public Outcome xsetbv(int ecx, long value) {
        return SystemRegisters.xsetbv(this, ecx, value);
    }

    /** RDMSR of IA32_XSS, IA32_XFD or IA32_XFD_ERR; any other MSR faults. @param msr ECX */
    public Outcome rdmsr(int msr) {
        return SystemRegisters.rdmsr(this, msr);
    }

    /** WRMSR of IA32_XSS, IA32_XFD or IA32_XFD_ERR; any other MSR faults. @param msr ECX @param value EDX:EAX */
    public Outcome wrmsr(int msr, long value) {
        return SystemRegisters.wrmsr(this, msr, value);
    }

    /**
     * The components that are not in their initial configuration, or that the processor treats as such, whether enabled
     * or not. Bit 1 looks at XMM registers only.
     */
    public XFeatureMask xinuse() {
        return new XFeatureMask(registers.inUse(model.modelled().bits(), control.is64Bit()));
    }

    boolean restoredFrom(long address, long layout) {
        return xrstorInfo.matches(control, address, layout);
    }

    void rememberRestore(long address, long layout) {
        xrstorInfo = XrstorInfo.of(control, address, layout);
    }
}
