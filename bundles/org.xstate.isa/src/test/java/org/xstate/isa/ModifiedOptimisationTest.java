package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XRSTORS64;
import static org.xstate.isa.Instruction.XSAVE64;
import static org.xstate.isa.Instruction.XSAVEC64;
import static org.xstate.isa.Instruction.XSAVEOPT64;
import static org.xstate.isa.Instruction.XSAVES64;

import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.VmxGuest;

/** SDM volume 1, section 13.8 (XRSTOR_INFO); the cases of one component each were measured on Zen 3. */
class ModifiedOptimisationTest {

    private static final long COMPACTION = 1L << 63;
    private final Bench bench = Bench.small(Bench.AMD, ProcessorPolicy.AMD);

    @BeforeEach
    void restoreAllThree() {
        bench.mxcsr(0x1f80).header(7, 0).restore(XRSTOR64, 7);
    }

    private long written(Instruction instruction, long mask) {
        return bench.save(instruction, mask).written().bits();
    }

    @Test
    void whatHasNotBeenModifiedIsLeftOut() {
        assertEquals(0, written(XSAVEOPT64, 7));
        assertEquals(7, bench.bv());
        bench.write(2, 0, 1);
        assertEquals(4, written(XSAVEOPT64, 7));
        bench.write(1, 0, 1);
        assertEquals(6, written(XSAVEOPT64, 7));
        bench.write(0, 32, 1);
        assertEquals(7, written(XSAVEOPT64, 7));
        assertEquals(3, written(XSAVEOPT64, 3));
    }

    @Test
    void aWriteOfTheSameBytesCountsAsAModificationButAnMxcsrReloadDoesNot() {
        bench.write(2, 0, 0xcc);
        assertEquals(4, written(XSAVEOPT64, 7));
        bench.machine.registers().writeMxcsr(0x1f80);
        assertEquals(4, written(XSAVEOPT64, 7));
        bench.machine.registers().writeMxcsr(0x1f81);
        assertEquals(6, written(XSAVEOPT64, 7));
    }

    @Test
    void mxcsrIsWrittenAnyway() {
        bench.mxcsr(0);
        assertEquals(0, written(XSAVEOPT64, 7));
        assertEquals(0x1f80, bench.segment().get(org.xstate.layout.image.XsaveImage.LE32, 24));
    }

    @Test
    void theOtherSavesAlwaysWrite() {
        assertEquals(7, written(XSAVE64, 7));
        assertEquals(7, written(XSAVEC64, 7));
        assertEquals(7, written(XSAVES64, 7));
    }

    @Test
    void aSaveDoesNotChangeWhatCountsAsModified() {
        bench.write(2, 0, 1);
        written(XSAVE64, 7);
        written(XSAVEOPT64, 7);
        assertEquals(4, written(XSAVEOPT64, 7));
    }

    @Test
    void anotherAddressPrivilegeOrVmxModeWritesEverything() {
        Outcome elsewhere = bench.machine.execute(XSAVEOPT64, bench.segment(), Bench.ADDRESS + 64, 7);
        assertEquals(new XFeatureMask(7), ((Outcome.Saved) elsewhere).written());
        bench.control(c -> c.withCpl(3));
        assertEquals(7, written(XSAVEOPT64, 7));
        bench.control(c -> c.withCpl(0).withGuest(new VmxGuest(true, XFeatureMask.NONE)));
        assertEquals(7, written(XSAVEOPT64, 7));
    }

    @Test
    void theLayoutMustBeTheSame() {
        bench.header(7, COMPACTION | 7).restore(XRSTORS64, 7);
        assertEquals(7, written(XSAVEOPT64, 7));
        bench.header(7, COMPACTION | 7);
        assertEquals(0, written(XSAVES64, 7));
        assertEquals(3, written(XSAVES64, 3));
    }

    @Test
    void onlyWhatTheRestoreCoveredCanBeLeftOut() {
        bench.header(7, 0).restore(XRSTOR64, 4);
        assertEquals(3, written(XSAVEOPT64, 7));
    }

    @Test
    void beforeAnyRestoreEverythingIsWritten() {
        Bench fresh = Bench.small(Bench.AMD, ProcessorPolicy.AMD).fill(2, 2);
        assertEquals(XFeatureMask.of(2), fresh.machine
                .execute(XSAVEOPT64, fresh.segment(), 0, new XFeatureMask(7)) instanceof Outcome.Saved saved
                        ? saved.written()
                        : XFeatureMask.NONE);
    }

    @Test
    void aFaultingRestoreDoesNotCountButLeavesTheEarlierOneValid() {
        bench.write(2, 0, 1);
        bench.header(8, 0).fault(XRSTOR64, 7);
        bench.header(7, 0);
        assertEquals(4, written(XSAVEOPT64, 7));
    }

    @Test
    void whatAPartialRestoreChangedIsModified() {
        Bench partial = Bench.small(Bench.AMD, ProcessorPolicy.MANUAL
                .withRefusedRestore(ProcessorPolicy.RefusedRestore.both(ProcessorPolicy.OnFault.PARTIAL)));
        partial.mxcsr(0x1f80).header(7, 0).restore(XRSTOR64, 7);
        partial.mxcsr(0x1000000).fault(XRSTOR64, 7);
        assertEquals(XFeatureMask.of(0), partial.mxcsr(0x1f80).save(XSAVEOPT64, 7).written());
    }

    @Test
    void fxrstorModifiesX87AndSse() {
        bench.restore(Instruction.FXRSTOR64, 0);
        assertEquals(3, written(XSAVEOPT64, 7));
    }

    @Test
    void initialisingInstructionsModifyAndTakeOutOfUse() {
        bench.machine.registers().initialise(2);
        assertEquals(0, written(XSAVEOPT64, 7));
        assertEquals(3, bench.bv());
        bench.write(2, 0, 0xcc);
        assertEquals(4, written(XSAVEOPT64, 7));
    }

    @Test
    void anInitialisedComponentThatStaysInUseIsWritten() {
        Bench always = Bench.small(Bench.AMD, ProcessorPolicy.AMD
                .withXinuse(ProcessorPolicy.XinuseTracking.EXACT.always(XFeatureMask.of(2))));
        always.mxcsr(0x1f80).header(7, 0).restore(XRSTOR64, 7);
        assertEquals(XFeatureMask.NONE, always.save(XSAVEOPT64, 7).written());
        always.machine.registers().initialise(2);
        assertEquals(XFeatureMask.of(2), always.save(XSAVEOPT64, 7).written());
    }

    @Test
    void itCanBeSwitchedOff() {
        Bench off = Bench.small(Bench.AMD, ProcessorPolicy.AMD.withModifiedOptimisation(false));
        off.mxcsr(0x1f80).header(7, 0).restore(XRSTOR64, 7);
        assertEquals(new XFeatureMask(7), off.save(XSAVEOPT64, 7).written());
    }

    /** Random sequences of restores, writes and saves, against bookkeeping by hand. */
    @Test
    void randomSequencesLeaveOutExactlyTheUnmodified() {
        Random random = new Random(20260101);
        long[] addresses = {0x1000, 0x2000};
        byte[][] areas = {Bench.filled(1024), Bench.filled(1024)};
        int from = -1;
        long dirty = 7;
        Bench b = Bench.small(Bench.AMD, ProcessorPolicy.AMD);
        b.fill(1, 1).fill(2, 2).write(0, 32, 3);
        for (int step = 0; step < 20000; step++) {
            int place = random.nextInt(2);
            b.memory = areas[place];
            long mask = random.nextInt(8);
            switch (random.nextInt(4)) {
                case 0 -> {
                    b.header(7, 0).mxcsr(0x1f80);
                    b.machine.execute(XRSTOR64, b.segment(), addresses[place], mask);
                    from = place;
                    dirty = 7 & ~mask;
                }
                case 1 -> {
                    int component = random.nextInt(3);
                    b.write(component, component == 0 ? 32 : 0, 1 + random.nextInt(100));
                    dirty |= 1L << component;
                }
                default -> {
                    Outcome.Saved saved = (Outcome.Saved) b.machine.execute(XSAVEOPT64, b.segment(),
                            addresses[place], mask);
                    assertEquals(mask & (from == place ? dirty : 7), saved.written().bits(),
                            "step " + step);
                }
            }
        }
    }
}
