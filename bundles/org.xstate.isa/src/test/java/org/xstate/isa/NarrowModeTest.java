package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Bench.repeat;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ControlState.Mode;

/** Outside 64-bit mode (SDM volume 1, sections 13.5 and 13.6); for SSE and AVX measured on Zen 3. */
class NarrowModeTest {

    private final Bench bench = Bench.sapphireRapids();

    private void narrow() {
        bench.control(c -> c.withMode(Mode.BITS_32));
    }

    @Test
    void savesWriteTheRegistersThatTheModeReaches() {
        for (int i : new int[]{1, 2, 5, 6, 7}) {
            bench.fill(i, i);
        }
        narrow();
        bench.save(Instruction.XSAVE, -1);
        assertArrayEquals(repeat(1, 128), bench.bytes(160, 128));
        bench.untouched(288, 416);
        assertArrayEquals(repeat(2, 128), bench.bytes(576, 128));
        bench.untouched(704, 832);
        assertArrayEquals(repeat(5, 64), bench.bytes(1088, 64));
        assertArrayEquals(repeat(6, 256), bench.bytes(1152, 256));
        bench.untouched(1408, 1664 + 1024);
        assertEquals(0x66, bench.bv());
    }

    @Test
    void restoresLeaveTheOthersAlone() {
        for (int i : new int[]{1, 2, 5, 6, 7}) {
            bench.fill(i, i);
        }
        narrow();
        bench.header(0x64, 0).mxcsr(0x1f80).restore(Instruction.XRSTOR, 0xe6);
        assertArrayEquals(repeat(0, 128), Arrays.copyOf(bench.registers(1), 128));
        assertArrayEquals(repeat(1, 128), Arrays.copyOfRange(bench.registers(1), 128, 256));
        assertArrayEquals(repeat(0xcc, 128), Arrays.copyOf(bench.registers(2), 128));
        assertArrayEquals(repeat(2, 128), Arrays.copyOfRange(bench.registers(2), 128, 256));
        assertArrayEquals(repeat(0xcc, 64), bench.registers(5));
        assertArrayEquals(repeat(0xcc, 256), Arrays.copyOf(bench.registers(6), 256));
        assertArrayEquals(repeat(6, 256), Arrays.copyOfRange(bench.registers(6), 256, 512));
        assertArrayEquals(repeat(7, 1024), bench.registers(7));
        bench.header(0, 0).restore(Instruction.XRSTOR, 0xe6);
        assertArrayEquals(repeat(7, 1024), bench.registers(7));
        assertArrayEquals(repeat(6, 256), Arrays.copyOfRange(bench.registers(6), 256, 512));
    }

    @Test
    void xinuseLooksAtTheRegistersOfTheModeUnlessThePolicySaysOtherwise() {
        bench.write(1, 128, 1).write(2, 255, 1).write(6, 256, 1).write(7, 0, 1);
        assertEquals(new XFeatureMask(0xc6), bench.machine.xinuse());
        narrow();
        assertEquals(XFeatureMask.NONE, bench.machine.xinuse());
        bench.write(1, 127, 1);
        assertEquals(XFeatureMask.of(1), bench.machine.xinuse());
        Bench zen = Bench.of("zen4", ProcessorPolicy.AMD);
        zen.write(1, 128, 1).write(7, 0, 1).control(c -> c.withMode(Mode.BITS_32));
        assertEquals(XFeatureMask.of(1, 7), zen.machine.xinuse());
    }

    @Test
    void aDisabledComponentsInitialValuesAreWrittenAsFarAsTheModeReaches() {
        bench.fill(6, 6);
        bench.control(c -> c.withMode(Mode.BITS_32).withXfd(XFeatureMask.of(6)));
        bench.save(Instruction.XSAVE, 0x40);
        assertArrayEquals(new byte[256], bench.bytes(1152, 256));
        bench.untouched(1408, 1664);
    }
}
