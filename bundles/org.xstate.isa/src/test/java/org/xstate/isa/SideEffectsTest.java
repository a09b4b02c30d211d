package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Instruction.XRSTORS64;
import static org.xstate.isa.Instruction.XSAVEC64;
import static org.xstate.isa.Instruction.XSAVES64;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;

/** What XSAVES does to registers (SDM volume 1, section 13.11): UINV of UINTR, TraceEn of PT. */
class SideEffectsTest {

    private static final long COMPACTION = 1L << 63;
    private final Bench bench = Bench.sapphireRapids();

    @Test
    void xsavesSavesUinvAndThenClearsIt() {
        bench.write(14, 20, 0xec).write(14, 0, 0x77);
        bench.save(XSAVES64, 1 << 14);
        assertEquals((byte) 0xec, bench.memory[576 + 20]);
        assertEquals(0, bench.registers(14)[20]);
        assertEquals(0x77, bench.registers(14)[0]);
        assertEquals(XFeatureMask.of(14), bench.restore(XRSTORS64, 1 << 14).loaded());
        assertEquals((byte) 0xec, bench.registers(14)[20]);
        assertEquals("#GP(0): UINTR: UINV is not 0", bench.fault(XRSTORS64, 1 << 14).toString());
    }

    @Test
    void onlyWhatWasAskedForIsChanged() {
        bench.write(14, 20, 0xec).write(8, 0, 3);
        bench.save(XSAVES64, 1 << 8);
        assertEquals((byte) 0xec, bench.registers(14)[20]);
        assertEquals(2, bench.registers(8)[0]);
        assertEquals(3, bench.memory[576]);
        bench.save(XSAVEC64, 1 << 14);
        assertEquals((byte) 0xec, bench.registers(14)[20]);
    }

    @Test
    void theSideEffectHappensAlsoWhereTheModifiedOptimisationLeavesTheComponentOut() {
        bench.put(576, Bench.repeatInts(0, 48)).put(576 + 20, 0xec).put(576, 1);
        bench.header(1 << 14, COMPACTION | 1 << 14).restore(XRSTORS64, 1 << 14);
        bench.put(576, 0x55);
        assertEquals(XFeatureMask.NONE, bench.save(XSAVES64, 1 << 14).written());
        assertEquals(0x55, bench.memory[576]);
        assertEquals(0, bench.registers(14)[20]);
        assertEquals(XFeatureMask.of(14), bench.save(XSAVES64, 1 << 14).written());
        assertEquals(0, bench.memory[576 + 20]);
    }

    @Test
    void aComponentThatXsavesLeavesAsItIsStaysUnmodified() {
        bench.put(576, Bench.repeatInts(0, 2)).put(576, 1);
        bench.header(1 << 9, COMPACTION | 1 << 9).restore(XRSTORS64, 1 << 9);
        assertEquals(XFeatureMask.NONE, bench.save(XSAVES64, 1 << 9).written());
        assertEquals(XFeatureMask.NONE, bench.save(XSAVES64, 1 << 9).written());
    }
}
