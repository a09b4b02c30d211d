package org.xstate.isa.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.host.HostCpu;
import org.xstate.isa.host.HostReading;
import org.xstate.layout.cpuid.CpuidTable;

/** Reads the running machine. */
public final class HostReader {

    private static final int ARCH_GET_CPUID = 0x1011;

    private HostReader() {
    }

    /** @param all every CPU the thread may run on, or the first of them only */
    public static HostReading read(boolean all) {
        try (NativeCalls calls = NativeCalls.open()) {
            requireCpuid(calls.syscall(NativeCalls.SYS_ARCH_PRCTL, ARCH_GET_CPUID));
            try (CpuidStubs stubs = new CpuidStubs(calls)) {
                return new HostReading.Available(read(stubs, new Affinity(calls), all));
            }
        } catch (NativeRefusal refusal) {
            return new HostReading.Unavailable(refusal.getMessage(), refusal.remedy());
        }
    }

    /** CPUID faulting (arch_prctl ARCH_SET_CPUID) would end the process with SIGSEGV. */
    static void requireCpuid(long enabled) {
        if (enabled == 0) {
            throw new NativeRefusal("CPUID faulting is on for this process: CPUID would raise #GP",
                    "run without the supervisor that set ARCH_SET_CPUID to 0 (rr, a sandbox)");
        }
    }

    private static List<HostCpu> read(CpuidStubs stubs, Affinity affinity, boolean all) {
        List<Integer> allowed = affinity.allowed();
        List<HostCpu> cpus = new ArrayList<>();
        for (int cpu : all ? allowed : allowed.stream().limit(1).toList()) {
            cpus.add(affinity.on(cpu, () -> current(stubs, OptionalInt.of(cpu))));
        }
        return cpus.isEmpty() ? List.of(current(stubs, OptionalInt.empty())) : cpus;
    }

    private static HostCpu current(CpuidStubs stubs, OptionalInt number) {
        CpuidTable table = CpuidSweep.of(stubs::cpuid);
        boolean osxsave = table.get(1).filter(r -> (r.ecx() >>> 27 & 1) != 0).isPresent();
        boolean xgetbv1 = table.get(0xd, 1).filter(r -> (r.eax() & 4) != 0).isPresent();
        return new HostCpu(number, table,
                osxsave ? Optional.of(new XFeatureMask(stubs.xgetbv(0))) : Optional.empty(),
                osxsave && xgetbv1 ? Optional.of(new XFeatureMask(stubs.xgetbv(1))) : Optional.empty());
    }
}
