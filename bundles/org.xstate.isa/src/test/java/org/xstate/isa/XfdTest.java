package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XRSTORS64;
import static org.xstate.isa.Instruction.XSAVE64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xstate.api.XFeatureMask;

/** IA32_XFD (SDM volume 1, section 13.14). Nothing of it could be recorded. */
class XfdTest {

    private static final long TILES = 0x60000;
    private static final long COMPACTION = 1L << 63;

    private final Bench bench = Bench.sapphireRapids();

    @BeforeEach
    void disableTileData() {
        bench.fill(17, 1).fill(18, 0x18);
        assertEquals(new Outcome.Taken(1 << 18), bench.machine.wrmsr(Machine.IA32_XFD, 1 << 18));
    }

    @Test
    void xsaveWritesADisabledComponentAsInit() {
        bench.header(TILES, 0).save(XSAVE64, TILES);
        assertEquals(1 << 17, bench.bv());
        assertArrayEquals(new byte[8192], bench.bytes(2816, 8192));
        bench.untouched(2816 + 8192, 2816 + 8192 + 8);
        assertEquals(0x18, bench.registers(18)[0]);
    }

    @ParameterizedTest
    @EnumSource(value = Instruction.class, names = {"XSAVEOPT64", "XSAVEC64", "XSAVES64"})
    void theOthersLeaveADisabledComponentOut(Instruction instruction) {
        bench.header(0, 0);
        assertEquals(XFeatureMask.of(17), bench.save(instruction, TILES).written());
        assertEquals(1 << 17, bench.bv());
        int data = instruction.savesCompacted() ? 640 : 2816;
        bench.untouched(data, data + 8192);
        assertEquals(instruction.savesCompacted() ? COMPACTION | TILES : 0, bench.xcomp());
    }

    @Test
    void aRestoreThatWouldLoadItIsDeviceNotAvailableAndTellsWhy() {
        bench.header(TILES, 0);
        assertEquals(new Outcome.Fault(ExceptionVector.NM, 0, FaultCause.DISABLED_BY_XFD,
                "IA32_XFD disables 0x40000, which XSTATE_BV asks to load"), bench.fault(XRSTOR64, TILES));
        assertEquals(new Outcome.Returned(1 << 18), bench.machine.rdmsr(Machine.IA32_XFD_ERR));
        assertEquals(1, bench.registers(17)[63]);
        assertEquals(new Outcome.Taken(0), bench.machine.wrmsr(Machine.IA32_XFD_ERR, 0));
        assertEquals(new Outcome.Returned(0), bench.machine.rdmsr(Machine.IA32_XFD_ERR));
        bench.header(TILES, COMPACTION | TILES);
        assertEquals(ExceptionVector.NM, bench.fault(XRSTORS64, TILES).vector());
        assertEquals(new Outcome.Returned(1 << 18), bench.machine.rdmsr(Machine.IA32_XFD_ERR));
    }

    @Test
    void notAskingForItOrInitialisingItIsFine() {
        bench.header(TILES, 0).put(2752, 0);
        assertEquals(XFeatureMask.of(17), bench.restore(XRSTOR64, 1 << 17).loaded());
        assertEquals(new Outcome.Returned(0), bench.machine.rdmsr(Machine.IA32_XFD_ERR));
        bench.header(0, 0);
        assertEquals(XFeatureMask.of(18), bench.restore(XRSTOR64, 1 << 18).initialised());
        assertArrayEquals(new byte[8192], bench.registers(18));
    }

    @Test
    void headerChecksComeBeforeDeviceNotAvailable() {
        bench.header(TILES, 0).put(528, 1);
        assertEquals(FaultCause.HEADER_RESERVED, bench.fault(XRSTOR64, TILES).cause());
        assertEquals(new Outcome.Returned(0), bench.machine.rdmsr(Machine.IA32_XFD_ERR));
    }

    @Test
    void xgetbv1ShowsADisabledComponentUnlessThePolicyHidesIt() {
        assertEquals(new Outcome.Returned(TILES), bench.machine.xgetbv(1));
        Bench hides = Bench.of("sapphirerapids", ProcessorPolicy.MANUAL.withXgetbv1HidesDisabled(true));
        hides.fill(17, 1).fill(18, 1).control(c -> c.withXfd(XFeatureMask.of(18)));
        assertEquals(new Outcome.Returned(1 << 17), hides.machine.xgetbv(1));
        assertEquals(new XFeatureMask(TILES), hides.machine.xinuse());
    }
}
