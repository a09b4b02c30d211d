package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Bench.repeat;
import static org.xstate.isa.Instruction.FXRSTOR;
import static org.xstate.isa.Instruction.FXRSTOR64;
import static org.xstate.isa.Instruction.FXSAVE;
import static org.xstate.isa.Instruction.FXSAVE64;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XSAVE64;
import static org.xstate.layout.image.XsaveImage.LE32;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.Mode;

/** CR4.OSFXSR and EFER.FFXSR (SDM volume 2, FXSAVE and FXRSTOR; AMD64 APM volume 2, sections 3.1.3 and 3.1.7). */
class FxUnitTest {

    private static final UnaryOperator<ControlState> FAST = c -> c.withEferFfxsr(true);
    private static final UnaryOperator<ControlState> NO_SSE = c -> c.withCr4Osfxsr(false);

    private static Bench with(ProcessorPolicy policy, UnaryOperator<ControlState> change) {
        Bench bench = Bench.small(Bench.KEEPS_POINTERS, policy).fill(1, 0x11).write(0, 32, 0x22);
        bench.machine.registers().writeMxcsr(0x1fa0);
        return bench.control(change);
    }

    private static void savesXmm(Bench bench, Instruction instruction, int bytes) {
        assertEquals(bytes == 0 ? XFeatureMask.of(0) : XFeatureMask.LEGACY,
                bench.save(instruction, 0).written());
        assertEquals(0x22, bench.memory[32]);
        assertArrayEquals(repeat(0x11, bytes), bench.bytes(160, bytes));
        bench.untouched(160 + bytes, 512);
    }

    @Test
    void withoutOsfxsrNeitherXmmNorMxcsrIsSaved() {
        Bench bench = with(ProcessorPolicy.MANUAL, NO_SSE);
        savesXmm(bench, FXSAVE64, 0);
        bench.untouched(24, 32);
    }

    @Test
    void withoutOsfxsrNeitherXmmNorMxcsrIsRestoredAndReservedBitsDoNotMatter() {
        Bench bench = with(ProcessorPolicy.MANUAL, NO_SSE).mxcsr(-1);
        assertEquals(XFeatureMask.of(0), bench.restore(FXRSTOR64, 0).loaded());
        assertEquals((byte) 0xcc, bench.registers(0)[32]);
        assertArrayEquals(repeat(0x11, 256), bench.registers(1));
        assertEquals(0x1fa0, bench.machine.registers().mxcsr());
    }

    @Test
    void aProcessorMayMoveThemWithoutOsfxsrToo() {
        Bench bench = with(ProcessorPolicy.MANUAL.withLegacySseWithoutOsfxsr(true), NO_SSE);
        savesXmm(bench, FXSAVE64, 256);
        assertEquals(0x1fa0, bench.segment().get(LE32, 24));
        bench.mxcsr(-1);
        assertEquals(FaultCause.MXCSR_RESERVED, bench.fault(FXRSTOR64, 0).cause());
    }

    @Test
    void theXsaveFamilyDoesNotLookAtOsfxsrOrFfxsr() {
        Bench bench = with(ProcessorPolicy.AMD, NO_SSE).control(FAST);
        assertEquals(XFeatureMask.LEGACY, bench.save(XSAVE64, 3).written());
        assertEquals(0x1fa0, bench.segment().get(LE32, 24));
        bench.put(160, 0x33).header(2, 0).restore(XRSTOR64, 2);
        assertEquals(0x33, bench.registers(1)[0]);
    }

    @Test
    void theFastFormMovesMxcsrButNoXmmIn64BitModeAtCpl0() {
        Bench bench = with(ProcessorPolicy.AMD, FAST);
        savesXmm(bench, FXSAVE, 0);
        assertEquals(0x1fa0, bench.segment().get(LE32, 24));
        bench.mxcsr(0x1f9f);
        assertEquals(XFeatureMask.of(0), bench.restore(FXRSTOR, 0).loaded());
        assertArrayEquals(repeat(0x11, 256), bench.registers(1));
        assertEquals(0x1f9f, bench.machine.registers().mxcsr());
        bench.mxcsr(-1);
        assertEquals(FaultCause.MXCSR_RESERVED, bench.fault(FXRSTOR64, 0).cause());
    }

    @Test
    void theFastFormMovesAllElsewhere() {
        savesXmm(with(ProcessorPolicy.AMD, FAST).control(c -> c.withCpl(3)), FXSAVE64, 256);
        savesXmm(with(ProcessorPolicy.AMD, FAST).control(c -> c.withMode(Mode.BITS_32)), FXSAVE, 128);
    }

    @Test
    void theFastFormLeavesXmmUnmodifiedForXsaveopt() {
        Bench bench = with(ProcessorPolicy.AMD, FAST).mxcsr(0x1f80).header(7, 0);
        bench.restore(XRSTOR64, 7);
        bench.restore(FXRSTOR64, 0);
        assertEquals(XFeatureMask.of(0), bench.save(Instruction.XSAVEOPT64, 7).written());
    }
}
