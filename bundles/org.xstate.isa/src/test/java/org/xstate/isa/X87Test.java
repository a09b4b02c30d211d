package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Instruction.FXRSTOR;
import static org.xstate.isa.Instruction.FXRSTOR64;
import static org.xstate.isa.Instruction.FXSAVE;
import static org.xstate.isa.Instruction.FXSAVE64;
import static org.xstate.isa.Instruction.XRSTOR;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XSAVE;
import static org.xstate.isa.Instruction.XSAVE64;
import static org.xstate.isa.Instruction.XSAVEC64;
import static org.xstate.layout.image.XsaveImage.LE16;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.isa.ControlState.Mode;
import org.xstate.layout.cpu.FpuTraits;
import org.xstate.layout.cpu.XsaveFeatures;

/** What loading and saving does to x87 words (SDM volume 1, sections 8.1 and 10.5.1; AMD64 APM volume 2, 11.4.4). */
class X87Test {

    private static final long FIP = 0xffff_8123_4567_89abL;
    private static final long FDP = 0x0000_7edc_ba98_7654L;

    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL);

    /** An image whose x87 part has no pending exception. */
    private static Bench image(Bench on, int fcw, int fsw) {
        on.header(1, 0).mxcsr(0x1f80).put(4, 0, 0).put(32, new int[128]);
        on.segment().set(LE16, 0, (short) fcw);
        on.segment().set(LE16, 2, (short) fsw);
        on.segment().set(LE16, 6, (short) 0x07d1);
        on.segment().set(LE64, 8, FIP);
        on.segment().set(LE64, 16, FDP);
        return on;
    }

    private static Bench saved(Bench on, Instruction instruction) {
        on.memory = Bench.filled(1024);
        on.save(instruction, 1);
        return on;
    }

    @ParameterizedTest(name = "FCW {0} FSW {1}: {2} {3}")
    @CsvSource({"0x37f,0x0000,0x37f,0x0000", "0x37e,0x3801,0x37e,0xb881", "0x37f,0x8080,0x37f,0x0000",
        "0x37f,0xb8bf,0x37f,0x383f", "0x340,0x0020,0x340,0xa0_80", "0xffff,0x7fff,0x1f7f,0x7f7f",
        "0x0000,0x0000,0x0040,0x0000", "0x36f,0x0010,0x36f,0x8090", "0x37f,0x0040,0x37f,0x0040"})
    void controlAndStatusWordsAreNormalised(String fcw, String fsw, String loadedFcw, String loadedFsw) {
        int expectedFsw = Integer.decode(loadedFsw.equals("0xa0_80") ? "0x80a0" : loadedFsw);
        image(bench, Integer.decode(fcw), Integer.decode(fsw)).restore(XRSTOR64, 1);
        saved(bench, XSAVE64);
        assertEquals(Integer.decode(loadedFcw), bench.segment().get(LE16, 0) & 0xffff);
        assertEquals(expectedFsw, bench.segment().get(LE16, 2) & 0xffff);
    }

    @Test
    void pointersAreWholeWithRexWAndOffsetWithSelectorWithout() {
        image(bench, 0x37f, 0).restore(XRSTOR64, 1);
        saved(bench, XSAVE64);
        assertEquals(0x7d1, bench.segment().get(LE16, 6));
        assertEquals(FIP, bench.segment().get(LE64, 8));
        assertEquals(FDP, bench.segment().get(LE64, 16));
        saved(bench, XSAVE);
        assertEquals(0x4567_89abL, bench.segment().get(LE64, 8));
        assertEquals(0xba98_7654L, bench.segment().get(LE64, 16));

        image(bench, 0x37f, 0).restore(XRSTOR, 1);
        saved(bench, XSAVE);
        assertEquals(0x8123_4567_89abL, bench.segment().get(LE64, 8));
        assertEquals(0x7edc_ba98_7654L, bench.segment().get(LE64, 16));
        saved(bench, XSAVE64);
        assertEquals(0x4567_89abL, bench.segment().get(LE64, 8));
        assertEquals(0xba98_7654L, bench.segment().get(LE64, 16));
    }

    @Test
    void deprecatedSelectorsReadAsZero() {
        Bench intel = Bench.small(new FpuTraits(0xffff, true, true, false, false), ProcessorPolicy.INTEL);
        image(intel, 0x37f, 0).restore(XRSTOR, 1);
        saved(intel, XSAVE);
        assertEquals(0x4567_89abL, intel.segment().get(LE64, 8));
        assertEquals(0xba98_7654L, intel.segment().get(LE64, 16));
    }

    @Test
    void amdHidesPointersUnlessAnExceptionIsPending() {
        Bench amd = Bench.small(Bench.AMD, ProcessorPolicy.AMD);
        image(amd, 0x37f, 0).restore(XRSTOR64, 1);
        assertEquals(false, amd.machine.xinuse().has(0));
        saved(amd, XSAVE64);
        assertArrayEquals(new byte[18], amd.bytes(6, 18));

        image(amd, 0x37e, 1).restore(XRSTOR64, 1);
        saved(amd, XSAVE64);
        assertEquals(0x7d1, amd.segment().get(LE16, 6));
        assertEquals(FIP, amd.segment().get(LE64, 8));
        assertEquals(FDP, amd.segment().get(LE64, 16));
        assertEquals(true, amd.machine.xinuse().has(0));
        image(amd, 0x37f, 0).restore(XRSTOR64, 1);
        assertArrayEquals(new byte[22], java.util.Arrays.copyOfRange(amd.registers(0), 6, 28));
    }

    @Test
    void olderAmdPartsLeavePointersAloneWithoutAPendingException() {
        FpuTraits k8 = new FpuTraits(0xffff, false, false, true, false);
        Bench amd = Bench.small(k8, ProcessorPolicy.AMD);
        image(amd, 0x37e, 1).restore(XRSTOR64, 1);
        image(amd, 0x37f, 0);
        amd.segment().set(LE64, 8, 0x1111L);
        amd.restore(XRSTOR64, 1);
        assertEquals(FIP, amd.machine.registers().component(0).get(LE64, 8));
        saved(amd, XSAVE64);
        amd.untouched(6, 24);
        assertEquals(0, amd.memory[5]);
        amd.write(0, 0, 0x7f, 3, 0, 0, 0);
        amd.memory = Bench.filled(1024);
        amd.save(XSAVEC64, 1);
        assertEquals(0, amd.bv());
    }

    @Test
    void zenHoldsPointersSignExtendedFrom48Bits() {
        Bench amd = Bench.small(Bench.AMD, ProcessorPolicy.AMD);
        image(amd, 0x37e, 1);
        amd.segment().set(LE64, 8, 0x1234_8000_0000_0001L);
        amd.segment().set(LE64, 16, 0x1234_7000_0000_0002L);
        amd.restore(XRSTOR64, 1);
        saved(amd, XSAVE64);
        assertEquals(0xffff_8000_0000_0001L, amd.segment().get(LE64, 8));
        assertEquals(0x0000_7000_0000_0002L, amd.segment().get(LE64, 16));
    }

    /** As measured where CPUID.80000008H:EAX[15:8] is 57; with 48 there, FIP follows. */
    @Test
    void intelHoldsFipAsWideAsALinearAddressAndFdpInFull() {
        assertEquals(0xff00_0000_0000_0001L, fipHeld(57, 0x0100_0000_0000_0001L));
        assertEquals(0x0080_0000_0000_0001L, fipHeld(57, 0xfe80_0000_0000_0001L));
        assertEquals(0xffff_8000_0000_0001L, fipHeld(48, 0x0000_8000_0000_0001L));
        assertEquals(0x0000_0000_8000_0001L, fipHeld(32, 0x7777_7770_8000_0001L));
    }

    /** FIP after a load; FDP is loaded with the same and has to stay what it is. */
    private static long fipHeld(int linear, long value) {
        Bench intel = new Bench(ProcessorModel.of(
                Bench.smallCpu(Bench.KEEPS_POINTERS, new XsaveFeatures(true, true, true, true, true, false)),
                TestFeatures.catalog(), ProcessorPolicy.INTEL, new AddressWidths(linear, 46)));
        image(intel, 0x37f, 0);
        intel.segment().set(LE64, 8, value);
        intel.segment().set(LE64, 16, value);
        intel.restore(XRSTOR64, 1);
        saved(intel, XSAVE64);
        assertEquals(value, intel.segment().get(LE64, 16));
        return intel.segment().get(LE64, 8);
    }

    @Test
    void theOpcodeHasElevenBitsAndTheTagWordEight() {
        image(bench, 0x37f, 0);
        bench.segment().set(LE16, 4, (short) 0x80ff);
        bench.segment().set(LE16, 6, (short) 0xffff);
        bench.restore(XRSTOR64, 1);
        saved(bench, XSAVE64);
        assertEquals(0xff, bench.segment().get(LE16, 4));
        assertEquals(0x7ff, bench.segment().get(LE16, 6));
    }

    @Test
    void theSixBytesAfterEachRegisterAreWrittenAsZero() {
        image(bench, 0x37f, 0).put(32, Bench.repeatInts(0xcc, 128)).restore(XRSTOR64, 1);
        saved(bench, XSAVE64);
        for (int st = 0; st < 8; st++) {
            assertArrayEquals(Bench.repeat(0xcc, 10), bench.bytes(32 + 16 * st, 10));
            assertArrayEquals(new byte[6], bench.bytes(42 + 16 * st, 6));
        }
    }

    @Test
    void fxsaveWritesTheLegacyRegionWithoutHeaderOrReservedBytes() {
        bench.fill(1, 0x11).write(0, 32, 1, 2, 3);
        bench.control(c -> c.withCr4Osxsave(false).withCpl(3));
        bench.memory = Bench.repeat(0xcc, 512);
        bench.save(FXSAVE64, 0);
        assertArrayEquals(new byte[]{0x7f, 3, 0, 0, 0, 0, 0, 0}, bench.bytes(0, 8));
        assertEquals(0x1f80, bench.segment().get(LE32, 24));
        assertEquals(0xffff, bench.segment().get(LE32, 28));
        assertArrayEquals(new byte[]{1, 2, 3, 0}, bench.bytes(32, 4));
        assertArrayEquals(Bench.repeat(0x11, 256), bench.bytes(160, 256));
        bench.untouched(416, 512);
        bench.memory = new byte[511];
        assertEquals("FXSAVE64 needs 512 bytes, the memory has 511", bench.fault(FXSAVE64, 0).reason());
    }

    @Test
    void fxrstorLoadsX87XmmAndMxcsrWhateverXcr0() {
        image(bench, 0x37f, 0).mxcsr(0x1f9f).fill(2, 0x22);
        bench.control(c -> c.withXcr0(org.xstate.api.XFeatureMask.of(0)));
        bench.restore(FXRSTOR64, 0);
        assertEquals(FIP, bench.machine.registers().component(0).get(LE64, 8));
        assertArrayEquals(Bench.repeat(0xcc, 256), bench.registers(1));
        assertArrayEquals(Bench.repeat(0x22, 256), bench.registers(2));
        assertEquals(0x1f9f, bench.machine.registers().mxcsr());
        bench.restore(FXRSTOR, 0);
        assertEquals(0x4567_89abL, bench.machine.registers().component(0).get(LE64, 8));
        bench.mxcsr(0x10000);
        assertEquals("MXCSR 0x10000 has the reserved bits 0x10000", bench.fault(FXRSTOR64, 0).reason());
    }

    @Test
    void theLegacyFormsReachXmm0ToXmm7OnlyOutside64BitMode() {
        bench.fill(1, 0x11).mxcsr(0x1f80).control(c -> c.withMode(Mode.BITS_32));
        bench.save(FXSAVE, 0);
        assertArrayEquals(Bench.repeat(0x11, 128), bench.bytes(160, 128));
        bench.untouched(288, 416);
        bench.memory = Bench.filled(1024);
        bench.mxcsr(0x1f80).restore(FXRSTOR, 0);
        assertArrayEquals(Bench.repeat(0xcc, 128), java.util.Arrays.copyOf(bench.registers(1), 128));
        assertEquals(0x11, bench.registers(1)[128]);
    }
}
