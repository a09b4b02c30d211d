package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.isa.Instruction.FXRSTOR64;
import static org.xstate.isa.Instruction.FXSAVE64;
import static org.xstate.isa.Instruction.XRSTORS64;
import static org.xstate.isa.Instruction.XSAVE64;
import static org.xstate.isa.Instruction.XSAVES64;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.Mode;
import org.xstate.isa.ControlState.VmxGuest;
import org.xstate.isa.Instruction.Family;
import org.xstate.layout.cpu.XsaveFeatures;

/** Exceptions that come before memory is looked at, and their order. */
class PreconditionsTest {

    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL).mxcsr(0x1f80)
            .header(0, 1L << 63);

    private Outcome at(Instruction instruction, long address) {
        if (!instruction.isSupervisor() && !instruction.isSave()) {
            bench.header(0, 0);
        } else {
            bench.header(0, 1L << 63);
        }
        return bench.machine.execute(instruction, bench.segment(), address, 7);
    }

    private Outcome.Fault faultAt(Instruction instruction, long address) {
        return (Outcome.Fault) at(instruction, address);
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void alignmentIs64BytesAnd16ForTheLegacyForms(Instruction instruction) {
        int alignment = instruction.isLegacy() ? 16 : 64;
        for (int misalign = 1; misalign < alignment; misalign++) {
            assertEquals(new Outcome.Fault(ExceptionVector.GP, 0, FaultCause.MISALIGNED,
                    "linear address %#x is not a multiple of %d".formatted(0x1000 + misalign, alignment)),
                    at(instruction, 0x1000 + misalign));
        }
        assertTrue(at(instruction, 0x1000 + alignment).isCompleted());
    }

    @Test
    void alignmentCheckComesInsteadOfGeneralProtectionForNarrowMisalignmentsOfUserCode() {
        Bench checking = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL.withAlignmentCheckWidth(4));
        checking.control(c -> c.withAlignmentChecking(true).withCpl(3));
        assertEquals(ExceptionVector.AC, vector(checking, 0x1001));
        assertEquals(ExceptionVector.AC, vector(checking, 0x1002));
        assertEquals(ExceptionVector.AC, vector(checking, 0x1003));
        assertEquals(ExceptionVector.GP, vector(checking, 0x1004));
        assertEquals(ExceptionVector.GP, vector(checking, 0x1020));
        checking.control(c -> c.withCpl(2));
        assertEquals(ExceptionVector.GP, vector(checking, 0x1001));
        checking.control(c -> c.withCpl(3).withAlignmentChecking(false));
        assertEquals(ExceptionVector.GP, vector(checking, 0x1001));
        bench.control(c -> c.withCpl(3).withAlignmentChecking(true));
        assertEquals(ExceptionVector.GP, vector(bench, 0x1001));
    }

    private static ExceptionVector vector(Bench on, long address) {
        return ((Outcome.Fault) on.machine.execute(XSAVE64, on.segment(), address, 7)).vector();
    }

    @Test
    void addressesMustBeCanonicalIn64BitMode() {
        assertEquals("#GP(0): linear address 0x800000000000 is not canonical",
                at(XSAVE64, 1L << 47).toString());
        assertEquals(FaultCause.NON_CANONICAL, faultAt(FXSAVE64, 1L << 47).cause());
        assertEquals(FaultCause.NON_CANONICAL, faultAt(XSAVE64, -1L << 48).cause());
        assertTrue(at(XSAVE64, -1L << 47).isCompleted());
        bench.control(c -> c.withLinearAddressBits(57));
        assertTrue(at(XSAVE64, 1L << 47).isCompleted());
        assertEquals(FaultCause.NON_CANONICAL, faultAt(XSAVE64, 1L << 56).cause());
        bench.control(c -> c.withLinearAddressBits(48).withMode(Mode.BITS_32));
        assertTrue(at(Instruction.XSAVE, 1L << 47).isCompleted());
    }

    @Test
    void anAreaMustNotReachIntoTheNonCanonicalHole() {
        long top = (1L << 47) - 832;
        assertTrue(bench.machine.execute(XSAVE64, bench.segment(), top, 7).isCompleted());
        assertEquals("linear address 0x80000000001f is not canonical",
                ((Outcome.Fault) bench.machine.execute(XSAVE64, bench.segment(), top, -1)).reason());
        bench.header(4, 0);
        assertTrue(bench.machine.execute(Instruction.XRSTOR64, bench.segment(), top, 4).isCompleted());
        assertEquals(FaultCause.NON_CANONICAL,
                ((Outcome.Fault) bench.machine.execute(Instruction.XRSTOR64, bench.segment(), top + 64, 4))
                        .cause());
        assertEquals(FaultCause.NON_CANONICAL,
                ((Outcome.Fault) bench.machine.execute(FXSAVE64, bench.segment(), (1L << 47) - 496, 0))
                        .cause());
        assertEquals(FaultCause.NON_CANONICAL, ((Outcome.Fault) bench.machine
                .execute(Instruction.XRSTOR64, bench.segment(), (1L << 47) - 512, 0)).cause());
    }

    @Test
    void instructionsThatCpuidDoesNotAnnounceAreInvalid() {
        Set<Family> bare = EnumSet.of(Family.FXSAVE, Family.FXRSTOR);
        expectFamilies(new XsaveFeatures(false, false, false, false, false, false), bare);
        bare.add(Family.XSAVE);
        bare.add(Family.XRSTOR);
        expectFamilies(new XsaveFeatures(true, false, false, false, false, false), bare);
        bare.add(Family.XSAVEOPT);
        expectFamilies(new XsaveFeatures(true, true, false, false, false, false), bare);
        bare.add(Family.XSAVEC);
        expectFamilies(new XsaveFeatures(true, true, true, false, false, false), bare);
        bare.add(Family.XSAVES);
        bare.add(Family.XRSTORS);
        expectFamilies(new XsaveFeatures(true, true, true, false, true, false), bare);
    }

    private static void expectFamilies(XsaveFeatures features, Set<Family> known) {
        Bench cpu = new Bench(ProcessorModel.of(Bench.smallCpu(Bench.KEEPS_POINTERS, features),
                TestFeatures.catalog(), ProcessorPolicy.MANUAL)).mxcsr(0x1f80);
        for (Instruction instruction : Instruction.values()) {
            cpu.header(0, instruction.isSupervisor() ? 1L << 63 : 0);
            Outcome outcome = cpu.run(instruction, 1);
            if (known.contains(instruction.family())) {
                assertTrue(outcome.isCompleted(), instruction + ": " + outcome);
            } else {
                assertEquals(
                        "#UD: CPUID does not enumerate " + instruction.family(), outcome.toString());
            }
        }
    }

    /** SDM volume 2: #UD if the LOCK prefix is used, for each of them; #UD comes before #NM and #GP. */
    @ParameterizedTest
    @EnumSource(Instruction.class)
    void aLockPrefixIsInvalidBeforeAnythingElse(Instruction instruction) {
        bench.control(c -> c.withCr0Ts(true).withCpl(3));
        assertEquals("#UD: a LOCK prefix is not allowed", bench.machine
                .execute(instruction, bench.segment(), Operand.at(0x1001).locked(), 7).toString());
        assertEquals(FaultCause.LOCK_PREFIX, ((Outcome.Fault) bench.machine
                .execute(instruction, bench.segment(), Operand.onStack(1L << 60).locked(), 7)).cause());
    }

    /** SDM volume 2, 64-bit mode exceptions: #SS(0) for a non-canonical address that refers to SS. */
    @ParameterizedTest
    @EnumSource(Instruction.class)
    void aNonCanonicalAddressOnTheStackIsAStackFault(Instruction instruction) {
        bench.header(0, instruction.isSupervisor() ? 1L << 63 : 0);
        assertEquals("#SS(0): linear address 0x800000000000 is not canonical", onStack(instruction, 1L << 47)
                .toString());
        long last = (1L << 47) - (instruction.isLegacy() ? 496 : 512);
        assertEquals(ExceptionVector.SS, ((Outcome.Fault) onStack(instruction, last)).vector());
        assertEquals(ExceptionVector.GP, ((Outcome.Fault) onStack(instruction, 0x1001)).vector());
        assertTrue(onStack(instruction, 0x1000).isCompleted());
    }

    private Outcome onStack(Instruction instruction, long address) {
        return bench.machine.execute(instruction, bench.segment(), Operand.onStack(address), 7);
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void osxsaveAndTsStopTheExtendedFormsInThatOrder(Instruction instruction) {
        bench.control(c -> c.withCr0Ts(true));
        assertEquals("#NM: CR0.TS is 1", at(instruction, 0x1001).toString());
        bench.control(c -> c.withCr4Osxsave(false));
        assertEquals(instruction.isLegacy() ? "#NM: CR0.TS is 1" : "#UD: CR4.OSXSAVE is 0",
                at(instruction, 0x1001).toString());
        bench.control(c -> c.withCr0Ts(false).withCr4Osxsave(true).withCr0Em(true));
        assertEquals(instruction.isLegacy() ? FaultCause.EMULATION : FaultCause.MISALIGNED,
                faultAt(instruction, 0x1001).cause());
    }

    @ParameterizedTest
    @EnumSource(Instruction.class)
    void onlyTheSupervisorFormsNeedCpl0(Instruction instruction) {
        for (int cpl = 1; cpl < 4; cpl++) {
            int now = cpl;
            bench.control(c -> c.withCpl(now));
            Outcome outcome = at(instruction, 0x1000);
            assertEquals(instruction.isSupervisor()
                    ? "#GP(0): %s needs CPL 0, CPL is %d".formatted(instruction.family(), cpl)
                    : "done", outcome.isCompleted() ? "done" : outcome.toString());
        }
        bench.control(c -> c.withCr0Ts(true));
        assertEquals(FaultCause.TASK_SWITCHED, faultAt(instruction, 0x1000).cause());
    }

    @Test
    void aGuestNeedsTheControlForTheSupervisorForms() {
        bench.control(c -> c.withGuest(new VmxGuest(false, XFeatureMask.NONE)).withCr0Ts(true));
        assertEquals("#UD: the VMX control enable XSAVES/XRSTORS is 0", at(XSAVES64, 0x1000).toString());
        assertEquals(FaultCause.NOT_ENABLED_IN_GUEST, faultAt(XRSTORS64, 0x1000).cause());
        assertEquals(FaultCause.TASK_SWITCHED, faultAt(XSAVE64, 0x1000).cause());
        bench.control(c -> c.withGuest(new VmxGuest(true, XFeatureMask.NONE)).withCr0Ts(false));
        assertTrue(at(XSAVES64, 0x1000).isCompleted());
    }

    @Test
    void theXssExitingBitmapExitsForRequestedAndEnabledSupervisorComponents() {
        Bench spr = Bench.sapphireRapids().header(0, 1L << 63);
        spr.control(c -> c.withGuest(new VmxGuest(true, XFeatureMask.of(0, 11))));
        assertEquals(new Outcome.VmExit(63, "the XSS-exiting bitmap has 0x800"), spr.run(XSAVES64, -1));
        assertEquals(new Outcome.VmExit(64, "the XSS-exiting bitmap has 0x800"), spr.run(XRSTORS64, 0x800));
        assertTrue(spr.run(XSAVES64, 0x1001).isCompleted());
        assertTrue(spr.run(Instruction.XSAVEC64, -1).isCompleted());
        spr.control(c -> c.withXss(XFeatureMask.of(12)));
        assertTrue(spr.run(XSAVES64, -1).isCompleted());
        spr.control(c -> c.withXss(XFeatureMask.of(11)).withCpl(1));
        assertEquals(FaultCause.PRIVILEGE, spr.fault(XSAVES64, -1).cause());
        spr.control(c -> c.withCpl(0));
        assertEquals(new Outcome.VmExit(63, "the XSS-exiting bitmap has 0x800"),
                spr.machine.execute(XSAVES64, spr.segment(), 0x1001, -1));
    }

    @Test
    void anInstructionWithRexWDoesNotExistOutside64BitMode() {
        bench.control(c -> c.withMode(Mode.BITS_32));
        assertThrows(IllegalArgumentException.class, () -> bench.run(XSAVE64, 7));
        assertTrue(bench.run(Instruction.XSAVE, 7).isCompleted());
    }

    @Test
    void mnemonicsAreFoundWhateverTheirCase() {
        assertEquals(FXRSTOR64, Instruction.of("fxrstor64").orElseThrow());
        assertTrue(Instruction.of("XSAVE32").isEmpty());
    }

    @Test
    void exceptionsHaveTheirArchitecturalNumbers() {
        assertEquals(6, ExceptionVector.UD.number());
        assertEquals(7, ExceptionVector.NM.number());
        assertEquals(12, ExceptionVector.SS.number());
        assertEquals(13, ExceptionVector.GP.number());
        assertEquals(14, ExceptionVector.PF.number());
        assertEquals(17, ExceptionVector.AC.number());
    }
}
