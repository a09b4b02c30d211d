package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.VmxGuest;
import org.xstate.layout.cpu.CpuIdentity;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.cpu.XsaveFeatures;

/** XGETBV, XSETBV, RDMSR, WRMSR: SDM volume 1, section 13.3, and volume 2. */
class SystemRegistersTest {

    private final Bench bench = Bench.sapphireRapids();
    private final Machine machine = bench.machine;

    private static String fault(Outcome outcome) {
        return ((Outcome.Fault) outcome).toString();
    }

    @Test
    void xgetbvReturnsXcr0AndXinuseAtAnyCplWhateverTs() {
        bench.control(c -> c.withCpl(3).withCr0Ts(true));
        assertEquals(new Outcome.Returned(0x602e7), machine.xgetbv(0));
        assertEquals(new Outcome.Returned(0), machine.xgetbv(1));
        bench.fill(2, 1).fill(11, 1);
        assertEquals(new Outcome.Returned(4), machine.xgetbv(1));
        machine.registers().writeMxcsr(0x1f81);
        assertEquals(new Outcome.Returned(6), machine.xgetbv(1));
        bench.control(c -> c.withXcr0(XFeatureMask.of(0)));
        assertEquals(new Outcome.Returned(0), machine.xgetbv(1));
        assertEquals(new Outcome.Returned(1), machine.xgetbv(0));
    }

    @Test
    void xgetbvAndXsetbvNeedOsxsaveAndXsave() {
        bench.control(c -> c.withCr4Osxsave(false).withCpl(3));
        assertEquals("#UD: CR4.OSXSAVE is 0", fault(machine.xgetbv(7)));
        assertEquals("#UD: CR4.OSXSAVE is 0", fault(machine.xsetbv(0, 1)));
        Bench none = new Bench(ProcessorModel.of(
                Bench.smallCpu(Bench.AMD, new XsaveFeatures(false, false, false, false, false, false)),
                TestFeatures.catalog()));
        assertEquals("#UD: CPUID does not enumerate XSAVE", fault(none.machine.xgetbv(0)));
    }

    @Test
    void xgetbvKnowsOnlyTheRegistersThatCpuidAnnounces() {
        assertEquals("#GP(0): ECX is 0x2: no such extended control register", fault(machine.xgetbv(2)));
        Bench none = new Bench(ProcessorModel.of(
                Bench.smallCpu(Bench.AMD, new XsaveFeatures(true, true, true, false, true, true)),
                TestFeatures.catalog()));
        assertEquals("#GP(0): ECX is 0x1: no such extended control register",
                fault(none.machine.xgetbv(1)));
        assertEquals(new Outcome.Returned(7 | 1L << TestFeatures.PATTERN), none.machine.xgetbv(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 0xe7, 0x201, 0x203, 0x2e7, 0x60001, 0x602e7})
    void xsetbvTakesConsistentValues(long value) {
        assertEquals(new Outcome.Taken(value), machine.xsetbv(0, value));
        assertEquals(new Outcome.Returned(value), machine.xgetbv(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, 5, 0x27, 0x67, 0xe1, 0x20007, 0x40007, 0x1f, 0x807, 0x8000000000000007L,
        0x4000000000000007L})
    void xsetbvRefusesInconsistentValuesAndChangesNothing(long value) {
        Outcome.Fault fault = (Outcome.Fault) machine.xsetbv(0, value);
        assertEquals(FaultCause.REFUSED_VALUE, fault.cause());
        assertEquals(ExceptionVector.GP, fault.vector());
        assertEquals(new Outcome.Returned(0x602e7), machine.xgetbv(0));
    }

    @Test
    void theRefusalNamesTheValueAndTheRule() {
        assertEquals("#GP(0): 0x5: AVX needs SSE (bit 1)", fault(machine.xsetbv(0, 5)));
    }

    @Test
    void xsetbvNeedsCpl0AndEcx0() {
        assertEquals("#GP(0): ECX is 0x1: no such extended control register", fault(machine.xsetbv(1, 1)));
        bench.control(c -> c.withCpl(1));
        assertEquals("#GP(0): XSETBV needs CPL 0, CPL is 1", fault(machine.xsetbv(0, 1)));
    }

    @Test
    void xsetbvExitsFromEveryGuestAfterThePrivilegeCheck() {
        bench.control(c -> c.withGuest(new VmxGuest(true, XFeatureMask.NONE)));
        assertEquals(new Outcome.VmExit(55, "XSETBV exits from every VMX guest"), machine.xsetbv(9, 0));
        assertEquals(new Outcome.Returned(0x602e7), machine.xgetbv(0));
        bench.control(c -> c.withCpl(3));
        assertEquals("#GP(0): XSETBV needs CPL 0, CPL is 3", fault(machine.xsetbv(0, 1)));
    }

    @Test
    void wrmsrOfXssTakesAnySubsetOfWhatIsEnumerated() {
        for (long value : new long[]{0, 0x100, 0x800, 0x1800, 0xdd00 & ~0x400}) {
            assertEquals(new Outcome.Taken(value), machine.wrmsr(Machine.IA32_XSS, value));
            assertEquals(new Outcome.Returned(value), machine.rdmsr(Machine.IA32_XSS));
        }
        for (long value : new long[]{1, 0x200, 0x2000, 1L << 63}) {
            assertEquals(FaultCause.REFUSED_VALUE,
                    ((Outcome.Fault) machine.wrmsr(Machine.IA32_XSS, value)).cause());
        }
    }

    @Test
    void msrsExistWhereTheirFeatureDoes() {
        Bench bare = new Bench(ProcessorModel.of(
                Bench.smallCpu(Bench.AMD, new XsaveFeatures(true, true, true, true, false, false)),
                TestFeatures.catalog()));
        for (int msr : new int[]{Machine.IA32_XSS, Machine.IA32_XFD, Machine.IA32_XFD_ERR, 0x10}) {
            assertEquals("#GP(0): MSR %#x is none that the model of this CPU has".formatted(msr),
                    fault(bare.machine.rdmsr(msr)));
            assertEquals("#GP(0): MSR %#x is none that the model of this CPU has".formatted(msr),
                    fault(bare.machine.wrmsr(msr, 0)));
        }
        assertEquals(new Outcome.Returned(0), machine.rdmsr(Machine.IA32_XFD));
        assertEquals(FaultCause.NO_SUCH_REGISTER, ((Outcome.Fault) machine.rdmsr(0x10)).cause());
        bench.control(c -> c.withCpl(3));
        assertEquals("#GP(0): RDMSR needs CPL 0, CPL is 3", fault(machine.rdmsr(Machine.IA32_XSS)));
        assertEquals("#GP(0): WRMSR needs CPL 0, CPL is 3", fault(machine.wrmsr(Machine.IA32_XSS, 0)));
    }

    @Test
    void xfdTakesOnlyComponentsThatCanBeDisabled() {
        assertEquals("#GP(0): 0x20000: CPUID.(D,i).ECX[2] is 0 for 0x20000",
                fault(machine.wrmsr(Machine.IA32_XFD, 1 << 17)));
        assertEquals(new Outcome.Taken(1 << 18), machine.wrmsr(Machine.IA32_XFD, 1 << 18));
        assertEquals(new Outcome.Returned(1 << 18), machine.rdmsr(Machine.IA32_XFD));
        assertEquals(new Outcome.Returned(0), machine.rdmsr(Machine.IA32_XFD_ERR));
        assertEquals(FaultCause.REFUSED_VALUE,
                ((Outcome.Fault) machine.wrmsr(Machine.IA32_XFD_ERR, 1)).cause());
        assertEquals(new XFeatureMask(1 << 18), bench.model.xfdAllowed());
    }

    @Test
    void aComponentWithoutASizeInTheSourceCannotBeEnabled() {
        XsaveCpu holes = new XsaveCpu(CpuIdentity.UNKNOWN,
                new XsaveFeatures(true, true, true, true, true, false), new XFeatureMask(0x207),
                XFeatureMask.of(12), Map.of(2, Bench.cpu("zen3").component(2).orElseThrow()),
                OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Bench.AMD);
        Bench defective = new Bench(
                ProcessorModel.of(holes, TestFeatures.catalog(), ProcessorPolicy.MANUAL));
        assertEquals(XFeatureMask.of(0, 1, 9, 12), defective.model.undescribed().or(XFeatureMask.LEGACY));
        assertEquals(new XFeatureMask(7), defective.model.xcr0Allowed());
        assertEquals(XFeatureMask.NONE, defective.model.xssAllowed());
        assertEquals("#GP(0): 0x207: the CPUID source does not give the size of 0x200",
                fault(defective.machine.xsetbv(0, 0x207)));
        assertEquals("#GP(0): 0x1000: the CPUID source does not give the size of 0x1000",
                fault(defective.machine.wrmsr(Machine.IA32_XSS, 0x1000)));
        assertEquals(new Outcome.Taken(7), defective.machine.xsetbv(0, 7));
        assertThrows(IllegalArgumentException.class,
                () -> defective.control(c -> c.withXss(XFeatureMask.of(12))));
    }
}
