package org.xstate.isa;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

import org.xstate.isa.Outcome.Fault;

/** What is checked before memory is looked at. Order: #UD, #NM, #GP (SDM volume 3, section 6.9); within one, by number. */
final class Preconditions {

    private Preconditions() {
    }

    static Optional<Outcome> check(Instruction instruction, ProcessorModel model, ControlState control,
            Operand operand, long edxEax) {
        if (instruction.rexW() && !control.is64Bit()) {
            throw new IllegalArgumentException(instruction + " cannot be encoded outside 64-bit mode");
        }
        return invalidOpcode(instruction, model, control, operand)
                .or(() -> notAvailable(instruction, control))
                .or(() -> privilege(instruction, control)).map(Outcome.class::cast)
                .or(() -> vmExit(instruction, control, edxEax).map(Outcome.class::cast))
                .or(() -> address(instruction, model, control, operand).map(Outcome.class::cast));
    }

    private static Optional<Fault> invalidOpcode(Instruction instruction, ProcessorModel model,
            ControlState control, Operand operand) {
        if (operand.lockPrefix()) {
            return Optional.of(Fault.ud(FaultCause.LOCK_PREFIX, "a LOCK prefix is not allowed"));
        }
        if (!instruction.enumerated(model.cpu().features())) {
            return Optional.of(Fault.ud(FaultCause.NOT_ENUMERATED,
                    "CPUID does not enumerate " + instruction.family()));
        }
        if (!instruction.isLegacy() && !control.cr4Osxsave()) {
            return Optional.of(Fault.ud(FaultCause.OSXSAVE_CLEAR, "CR4.OSXSAVE is 0"));
        }
        if (instruction.isSupervisor() && control.guest().filter(g -> !g.enableXsaves()).isPresent()) {
            return Optional.of(Fault.ud(FaultCause.NOT_ENABLED_IN_GUEST,
                    "the VMX control enable XSAVES/XRSTORS is 0"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> notAvailable(Instruction instruction, ControlState control) {
        if (control.cr0Ts()) {
            return Optional.of(Fault.nm(FaultCause.TASK_SWITCHED, "CR0.TS is 1"));
        }
        if (instruction.isLegacy() && control.cr0Em()) {
            return Optional.of(Fault.nm(FaultCause.EMULATION, "CR0.EM is 1"));
        }
        return Optional.empty();
    }

    private static Optional<Fault> privilege(Instruction instruction, ControlState control) {
        if (instruction.isSupervisor() && control.cpl() != 0) {
            return Optional.of(Fault.gp(FaultCause.PRIVILEGE,
                    "%s needs CPL 0, CPL is %d".formatted(instruction.family(), control.cpl())));
        }
        return Optional.empty();
    }

    /** XSAVES and XRSTORS exit if EDX:EAX, IA32_XSS and the XSS-exiting bitmap have a bit in common (SDM volume 3, 26.1.3). */
    private static Optional<Outcome.VmExit> vmExit(Instruction instruction, ControlState control,
            long edxEax) {
        if (!instruction.isSupervisor()) {
            return Optional.empty();
        }
        return control.guest().map(guest -> guest.xssExitingBitmap().bits() & control.xss().bits() & edxEax)
                .filter(bits -> bits != 0)
                .map(bits -> new Outcome.VmExit(instruction.isSave() ? 63 : 64,
                        "the XSS-exiting bitmap has %#x".formatted(bits)));
    }

    private static Optional<Fault> address(Instruction instruction, ProcessorModel model,
            ControlState control, Operand operand) {
        long address = operand.linearAddress();
        int alignment = instruction.isLegacy() ? 16 : 64;
        if (control.is64Bit() && !canonical(address, control.linearAddressBits())) {
            return Optional.of(nonCanonical(operand, address));
        }
        if ((address & alignment - 1) == 0) {
            return Optional.empty();
        }
        String reason = "linear address %#x is not a multiple of %d".formatted(address, alignment);
        int width = model.policy().alignmentCheckWidth();
        boolean alignmentCheck = control.alignmentChecking() && control.cpl() == 3
                && (address & width - 1) != 0 && width != 0;
        return Optional.of(alignmentCheck
                ? new Fault(ExceptionVector.AC, 0, FaultCause.MISALIGNED, reason)
                : Fault.gp(FaultCause.MISALIGNED, reason));
    }

    private static boolean canonical(long address, int bits) {
        int drop = 64 - bits;
        return address << drop >> drop == address;
    }

    private static Fault nonCanonical(Operand operand, long address) {
        return new Fault(operand.stackSegment() ? ExceptionVector.SS : ExceptionVector.GP, 0,
                FaultCause.NON_CANONICAL, "linear address %#x is not canonical".formatted(address));
    }

    /**
     * Whether the bytes 0 to {@code end} of the area can be accessed.
     *
     * @param end first byte of the area that is not accessed
     */
    static Optional<Outcome> extent(Instruction instruction, ControlState control,
            MemorySegment memory, Operand operand, long end) {
        long last = operand.linearAddress() + end - 1;
        if (control.is64Bit() && !canonical(last, control.linearAddressBits())) {
            return Optional.of(nonCanonical(operand, last));
        }
        boolean write = instruction.isSave();
        if (end > memory.byteSize() || write && memory.isReadOnly()) {
            int code = (write ? 2 : 0) | (control.cpl() == 3 ? 4 : 0);
            String reason = end > memory.byteSize()
                    ? "%s needs %d bytes, the memory has %d".formatted(instruction, end, memory.byteSize())
                    : "the memory is read-only";
            return Optional.of(new Fault(ExceptionVector.PF, code, FaultCause.MEMORY, reason));
        }
        return Optional.empty();
    }
}
