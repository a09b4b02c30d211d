package org.xstate.isa;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.Outcome.Fault;
import org.xstate.layout.cpu.EnablingRules;
import org.xstate.layout.cpu.EnablingRules.Refusal;
import org.xstate.layout.cpu.XsaveFeatures;

/** XGETBV, XSETBV, and RDMSR and WRMSR of the three MSRs of the XSAVE feature set. */
final class SystemRegisters {

    private static final long SSE = 2;
    private static final int EXIT_XSETBV = 55;

    private SystemRegisters() {
    }

    /** SDM volume 2, XGETBV: any CPL, and CR0.TS does not matter. Bit 1 of XINUSE is also 1 for MXCSR != 1F80H. */
    static Outcome xgetbv(Machine machine, int ecx) {
        ControlState control = machine.control();
        Optional<Fault> unusable = xcrUnusable(machine);
        if (unusable.isPresent()) {
            return unusable.get();
        }
        if (ecx == 0) {
            return new Outcome.Returned(control.xcr0().bits());
        }
        if (ecx != 1 || !machine.model().cpu().features().xgetbv1()) {
            return noSuchXcr(ecx);
        }
        long inUse = machine.registers().inUse(control.xcr0().bits(), control.is64Bit());
        if (machine.registers().mxcsr() != RegisterFile.MXCSR_INIT) {
            inUse |= SSE & control.xcr0().bits();
        }
        if (machine.model().policy().xgetbv1HidesDisabled()) {
            inUse &= ~control.xfd().bits();
        }
        return new Outcome.Returned(inUse);
    }

    static Outcome xsetbv(Machine machine, int ecx, long value) {
        ControlState control = machine.control();
        Optional<Fault> unusable = xcrUnusable(machine).or(() -> privilege(control, "XSETBV"));
        if (unusable.isPresent()) {
            return unusable.get();
        }
        if (control.guest().isPresent()) {
            return new Outcome.VmExit(EXIT_XSETBV, "XSETBV exits from every VMX guest");
        }
        if (ecx != 0) {
            return noSuchXcr(ecx);
        }
        ProcessorModel model = machine.model();
        XFeatureMask mask = new XFeatureMask(value);
        return taken(machine, value, mask, EnablingRules.xcr0(mask, model.cpu(), model.catalog()),
                control.withXcr0(mask));
    }

    static Outcome rdmsr(Machine machine, int msr) {
        ControlState control = machine.control();
        Optional<Fault> refused = privilege(control, "RDMSR").or(() -> absent(machine.model(), msr));
        return refused.<Outcome>map(fault -> fault).orElseGet(() -> new Outcome.Returned(switch (msr) {
            case Machine.IA32_XSS -> control.xss().bits();
            case Machine.IA32_XFD -> control.xfd().bits();
            default -> control.xfdErr().bits();
        }));
    }

    static Outcome wrmsr(Machine machine, int msr, long value) {
        ControlState control = machine.control();
        ProcessorModel model = machine.model();
        Optional<Fault> refused = privilege(control, "WRMSR").or(() -> absent(model, msr));
        if (refused.isPresent()) {
            return refused.get();
        }
        XFeatureMask mask = new XFeatureMask(value);
        return switch (msr) {
            case Machine.IA32_XSS -> taken(machine, value, mask, EnablingRules.xss(mask, model.cpu()),
                    control.withXss(mask));
            case Machine.IA32_XFD -> taken(machine, value, XFeatureMask.NONE, xfd(model, mask),
                    control.withXfd(mask));
            default -> taken(machine, value, XFeatureMask.NONE, xfd(model, mask), control.withXfdErr(mask));
        };
    }

    private static Optional<Fault> xcrUnusable(Machine machine) {
        if (!machine.model().cpu().features().xsave()) {
            return Optional.of(Fault.ud(FaultCause.NOT_ENUMERATED, "CPUID does not enumerate XSAVE"));
        }
        return machine.control().cr4Osxsave()
                ? Optional.empty()
                : Optional.of(Fault.ud(FaultCause.OSXSAVE_CLEAR, "CR4.OSXSAVE is 0"));
    }

    private static Optional<Fault> privilege(ControlState control, String what) {
        return control.cpl() == 0
                ? Optional.empty()
                : Optional.of(Fault.gp(FaultCause.PRIVILEGE,
                        "%s needs CPL 0, CPL is %d".formatted(what, control.cpl())));
    }

    private static Fault noSuchXcr(int ecx) {
        return Fault.gp(FaultCause.NO_SUCH_REGISTER, "ECX is %#x: no such extended control register"
                .formatted(ecx));
    }

    private static Optional<Fault> absent(ProcessorModel model, int msr) {
        XsaveFeatures features = model.cpu().features();
        boolean present = switch (msr) {
            case Machine.IA32_XSS -> features.xsaves();
            case Machine.IA32_XFD, Machine.IA32_XFD_ERR -> features.xfd();
            default -> false;
        };
        return present
                ? Optional.empty()
                : Optional.of(Fault.gp(FaultCause.NO_SUCH_REGISTER,
                        "MSR %#x is none that the model of this CPU has".formatted(msr)));
    }

    /** SDM volume 1, section 13.14: only bits of components that CPUID says can be disabled. */
    private static List<Refusal> xfd(ProcessorModel model, XFeatureMask value) {
        XFeatureMask extra = value.andNot(model.xfdAllowed());
        return extra.isEmpty()
                ? List.of()
                : List.of(new Refusal(extra, "CPUID.(D,i).ECX[2] is 0 for %s".formatted(extra)));
    }

    private static Outcome taken(Machine machine, long value, XFeatureMask components,
            List<Refusal> refusals, ControlState next) {
        XFeatureMask undescribed = components.and(machine.model().undescribed());
        if (refusals.isEmpty() && undescribed.isEmpty()) {
            machine.control(next);
            return new Outcome.Taken(value);
        }
        String reason = refusals.isEmpty()
                ? "the CPUID source does not give the size of %s".formatted(undescribed)
                : refusals.stream().map(Refusal::reason).collect(Collectors.joining("; "));
        return Fault.gp(FaultCause.REFUSED_VALUE, "%#x: %s".formatted(value, reason));
    }
}
