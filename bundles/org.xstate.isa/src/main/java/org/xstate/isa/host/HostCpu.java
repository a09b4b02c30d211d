package org.xstate.isa.host;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.api.XFeatureMask;
import org.xstate.isa.host.internal.HostReader;
import org.xstate.layout.cpuid.CpuidTable;

/**
 * A logical CPU of the running machine, read with CPUID and XGETBV by code that is placed in executable memory through
 * java.lang.foreign.
 *
 * <p>IA32_XSS (MSR 0xDA0) can be read by RDMSR at CPL 0 only. {@link XssInference} tells which values fit the size that
 * CPUID.(EAX=0DH,ECX=1):EBX reports for the enabled components.
 *
 * @param number logical CPU as the kernel numbers it; empty if the thread could not be bound to one
 * @param cpuid  every leaf and sub-leaf that it enumerates, the hypervisor's included
 * @param xcr0   XGETBV(0): the user components that the operating system has enabled; empty if CPUID.1:ECX.OSXSAVE is 0
 * @param xinuse XGETBV(1) at some moment of the reading thread: XCR0 and XINUSE; empty if CPUID.(D,1):EAX[2] is 0
 */
public record HostCpu(OptionalInt number, CpuidTable cpuid, Optional<XFeatureMask> xcr0,
        Optional<XFeatureMask> xinuse) {

    public HostCpu {
        Objects.requireNonNull(number);
        Objects.requireNonNull(cpuid);
        Objects.requireNonNull(xcr0);
        Objects.requireNonNull(xinuse);
    }

    /** Reads one CPU: the first that the calling thread may run on. */
    public static HostReading read() {
        return HostReader.read(false);
    }

    /** Reads every CPU that the calling thread may run on: a hybrid processor has several kinds. */
    public static HostReading readAll() {
        return HostReader.read(true);
    }

    /** Whether a hypervisor announces itself (CPUID.1:ECX[31]); it may hide or add features. */
    public boolean virtualised() {
        return cpuid.get(1).filter(registers -> registers.ecx() < 0).isPresent();
    }
}
