package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Bench.FILL;
import static org.xstate.isa.Bench.repeat;
import static org.xstate.isa.Instruction.XSAVE64;
import static org.xstate.isa.Instruction.XSAVEC64;
import static org.xstate.isa.Instruction.XSAVEOPT64;
import static org.xstate.isa.Instruction.XSAVES64;
import static org.xstate.layout.image.XsaveImage.LE32;

import java.lang.foreign.MemorySegment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xstate.api.XFeatureMask;

/** SDM volume 1, sections 13.7 and 13.9 to 13.11; byte ranges as measured on Zen 3. */
class SaveTest {

    private static final long PATTERN_BIT = 1L << TestFeatures.PATTERN;
    private static final long COMPACTION = 1L << 63;

    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL);

    @Test
    void xsaveWritesTheInitialValuesOfComponentsInInitAndClearsTheirXstateBvBits() {
        bench.fill(2, 0x22).header(0xffL | 1L << 62, 0x1234);
        Outcome.Saved saved = bench.save(XSAVE64, -1);
        assertEquals(XFeatureMask.of(0, 1, 2, TestFeatures.PATTERN), saved.rfbm());
        assertEquals(saved.rfbm(), saved.written());
        assertEquals(0xf8L | 1L << 62 | 4, bench.bv());
        assertEquals(0x1234, bench.xcomp());
        assertArrayEquals(new byte[]{0x7f, 3, 0, 0, 0, 0, 0, 0}, bench.bytes(0, 8));
        assertArrayEquals(new byte[16], bench.bytes(8, 16));
        assertEquals(0x1f80, bench.segment().get(LE32, 24));
        assertEquals(0xffff, bench.segment().get(LE32, 28));
        assertArrayEquals(new byte[384], bench.bytes(32, 384));
        bench.untouched(416, 512);
        assertArrayEquals(new byte[48], bench.bytes(528, 48));
        assertArrayEquals(repeat(0x22, 256), bench.bytes(576, 256));
        assertArrayEquals(repeat(0xa5, 32), bench.bytes(832, 32));
        bench.untouched(864, bench.memory.length);
    }

    @Test
    void xsaveoptLeavesOldMemoryWhereAComponentIsInInitButWritesMxcsr() {
        bench.fill(2, 0x22).header(0xff, 0);
        Outcome.Saved saved = bench.save(XSAVEOPT64, -1);
        assertEquals(XFeatureMask.of(2), saved.written());
        assertEquals(0xfc, bench.bv());
        bench.untouched(0, 24);
        assertEquals(0x1f80, bench.segment().get(LE32, 24));
        assertEquals(0xffff, bench.segment().get(LE32, 28));
        bench.untouched(32, 512);
        assertArrayEquals(repeat(0x22, 256), bench.bytes(576, 256));
        bench.untouched(832, 900);
    }

    @Test
    void xsavecWritesTheCompactedFormatAndNoMxcsrWithoutSse() {
        bench.fill(TestFeatures.PATTERN, 0x33).fill(2, 0x22).header(-1, -1);
        Outcome.Saved saved = bench.save(XSAVEC64, PATTERN_BIT | 3);
        assertEquals(new XFeatureMask(PATTERN_BIT), saved.written());
        assertEquals(PATTERN_BIT, bench.bv());
        assertEquals(COMPACTION | PATTERN_BIT | 3, bench.xcomp());
        bench.untouched(0, 512);
        assertArrayEquals(new byte[48], bench.bytes(528, 48));
        assertArrayEquals(repeat(0x33, 32), bench.bytes(576, 32));
        bench.untouched(608, 900);
    }

    @Test
    void aCompactedSaveKeepsThePlaceOfAComponentInInit() {
        bench.fill(TestFeatures.PATTERN, 0x33);
        bench.save(XSAVEC64, -1);
        assertEquals(PATTERN_BIT, bench.bv());
        assertEquals(COMPACTION | PATTERN_BIT | 7, bench.xcomp());
        bench.untouched(576, 832);
        assertArrayEquals(repeat(0x33, 32), bench.bytes(832, 32));
    }

    @ParameterizedTest
    @EnumSource(value = Instruction.class, names = {"XSAVEC64", "XSAVES64", "XSAVEC", "XSAVES"})
    void compactedSavesTreatMxcsrAsSseState(Instruction instruction) {
        bench.machine.registers().writeMxcsr(0x1f9f);
        Outcome.Saved saved = bench.save(instruction, 7);
        assertEquals(XFeatureMask.of(1), saved.written());
        assertEquals(2, bench.bv());
        assertEquals(0x1f9f, bench.segment().get(LE32, 24));
        assertArrayEquals(new byte[256], bench.bytes(160, 256));
        bench.untouched(0, 24);
        bench.untouched(32, 160);
    }

    @Test
    void mxcsrDoesNotForceSseIntoACompactedSaveThatDidNotAskForIt() {
        bench.machine.registers().writeMxcsr(0x1f9f);
        Outcome.Saved saved = bench.save(XSAVEC64, 5);
        assertEquals(XFeatureMask.NONE, saved.written());
        assertEquals(0, bench.bv());
        bench.untouched(0, 512);
    }

    @Test
    void xsaveDoesNotCountMxcsrAsSseStateUnlessThePolicySaysSo() {
        bench.machine.registers().writeMxcsr(0x1f9f);
        bench.save(XSAVE64, 7);
        assertEquals(0, bench.bv());
        assertEquals(0x1f9f, bench.segment().get(LE32, 24));

        Bench emulator = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL.withMxcsrInXstateBv(true));
        emulator.machine.registers().writeMxcsr(0x1f9f);
        emulator.save(XSAVE64, 7);
        assertEquals(2, emulator.bv());
        emulator.header(0, 0).save(XSAVEOPT64, 5);
        assertEquals(0, emulator.bv());
    }

    @Test
    void theStandardFormatSavesMxcsrForSseOrAvx() {
        for (long mask : new long[]{2, 4, 6}) {
            bench.memory = Bench.filled(1024);
            bench.save(XSAVEOPT64, mask);
            assertEquals(0x1f80, bench.segment().get(LE32, 24), "mask " + mask);
        }
        for (long mask : new long[]{0, 1, PATTERN_BIT}) {
            bench.memory = Bench.filled(1024);
            bench.save(XSAVEOPT64, mask);
            bench.untouched(24, 32);
        }
    }

    @Test
    void anEmptyRequestRewritesOnlyTheHeader() {
        bench.header(0x8000_0000_0000_0012L, 0x77);
        assertEquals(new Outcome.Saved(XFeatureMask.NONE, XFeatureMask.NONE), bench.save(XSAVE64, 1L << 50));
        assertEquals(0x8000_0000_0000_0012L, bench.bv());
        assertEquals(0x77, bench.xcomp());
        bench.save(XSAVEC64, 0);
        assertEquals(0, bench.bv());
        assertEquals(COMPACTION, bench.xcomp());
        bench.untouched(0, 512);
        bench.untouched(576, 1024);
    }

    @Test
    void onlyXsavesReachesSupervisorComponents() {
        Bench spr = Bench.sapphireRapids();
        spr.fill(11, 0x11);
        assertEquals(XFeatureMask.NONE, spr.save(XSAVEC64, 1 << 11).rfbm());
        assertEquals(XFeatureMask.of(11), spr.save(XSAVES64, 1 << 11).written());
        assertEquals(COMPACTION | 1 << 11, spr.xcomp());
        assertArrayEquals(repeat(0x11, 16), spr.bytes(576, 16));
        spr.control(c -> c.withXss(XFeatureMask.NONE));
        assertEquals(XFeatureMask.NONE, spr.save(XSAVES64, 1 << 11).rfbm());
    }

    @Test
    void compactedComponentsAreAlignedWhereCpuidSaysSo() {
        Bench spr = Bench.sapphireRapids();
        spr.write(17, 0, 1).fill(11, 0x11).fill(12, 0x12);
        spr.save(XSAVES64, 0x5800L | 0x602e7);
        // 2440 after PKRU, CET_U 2440, CET_S 2456, UINTR 2480 to 2528, XTILECFG at 2560
        assertArrayEquals(repeat(0x11, 16), spr.bytes(2440, 16));
        assertArrayEquals(repeat(0x12, 24), spr.bytes(2456, 24));
        assertEquals(1, spr.memory[2560]);
        assertEquals(FILL, spr.memory[2559]);
    }

    @Test
    void aSaveThatDoesNotFitIsAPageFaultAndWritesNothing() {
        bench.fill(2, 0x22);
        byte[] small = Bench.filled(831);
        bench.memory = small.clone();
        Outcome.Fault fault = bench.fault(XSAVE64, 7);
        assertEquals(new Outcome.Fault(ExceptionVector.PF, 2, FaultCause.MEMORY,
                "XSAVE64 needs 832 bytes, the memory has 831"), fault);
        assertArrayEquals(small, bench.memory);
        bench.control(c -> c.withCpl(3));
        assertEquals(6, bench.fault(XSAVE64, 7).errorCode());
        bench.save(XSAVE64, 3);
        bench.memory = Bench.filled(576);
        bench.save(XSAVE64, 0);
        bench.memory = Bench.filled(832);
        bench.save(XSAVE64, 7);
    }

    @Test
    void aSaveToReadOnlyMemoryIsAPageFault() {
        MemorySegment readOnly = bench.segment().asReadOnly();
        assertEquals(
                new Outcome.Fault(ExceptionVector.PF, 2, FaultCause.MEMORY, "the memory is read-only"),
                bench.machine.execute(XSAVE64, readOnly, Bench.ADDRESS, 7));
        bench.header(0, 0);
        assertEquals(true, bench.machine.execute(Instruction.XRSTOR64, readOnly, Bench.ADDRESS, 1)
                .isCompleted());
    }

    @Test
    void x87AloneLeavesMxcsrToTheOthers() {
        bench.write(0, 0, 0x7e, 3);
        bench.save(XSAVEC64, 1);
        assertArrayEquals(new byte[]{0x7e, 3}, bench.bytes(0, 2));
        bench.untouched(24, 32);
        assertArrayEquals(new byte[128], bench.bytes(32, 128));
        bench.untouched(160, 512);
    }
}
