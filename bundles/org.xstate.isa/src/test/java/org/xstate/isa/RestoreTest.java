package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.isa.Bench.repeat;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XRSTORS64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy.OnFault;
import org.xstate.isa.ProcessorPolicy.RefusedRestore;

/** SDM volume 1, sections 13.8 and 13.12. */
class RestoreTest {

    private static final long PATTERN_BIT = 1L << TestFeatures.PATTERN;
    private static final long COMPACTION = 1L << 63;

    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL);

    /** Registers full of 0x55, an image full of 0xcc with a legal MXCSR. */
    private Bench loaded(Bench on) {
        on.fill(1, 0x55).fill(2, 0x55);
        on.machine.registers().writeMxcsr(0x1fbf);
        on.mxcsr(0x1f9f);
        return on;
    }

    @Test
    void theStandardFormatLoadsWhatIsSetAndInitialisesWhatIsClear() {
        loaded(bench).fill(TestFeatures.PATTERN, 0x55).header(2, 0);
        Outcome.Restored restored = bench.restore(XRSTOR64, 3 | PATTERN_BIT);
        assertEquals(new Outcome.Restored(new XFeatureMask(3 | PATTERN_BIT), XFeatureMask.of(1),
                new XFeatureMask(1 | PATTERN_BIT)), restored);
        assertArrayEquals(repeat(0xcc, 256), bench.registers(1));
        assertArrayEquals(repeat(0x55, 256), bench.registers(2));
        assertArrayEquals(repeat(0xa5, 32), bench.registers(TestFeatures.PATTERN));
        assertEquals(0x1f9f, bench.machine.registers().mxcsr());
    }

    @Test
    void theCompactedFormatTakesPlacesFromXcompBv() {
        loaded(bench).header(4 | PATTERN_BIT, COMPACTION | 4 | PATTERN_BIT);
        java.util.Arrays.fill(bench.memory, 576, 832, (byte) 0x66);
        java.util.Arrays.fill(bench.memory, 832, 864, (byte) 0x77);
        bench.restore(XRSTOR64, -1);
        assertArrayEquals(repeat(0x66, 256), bench.registers(2));
        assertArrayEquals(repeat(0x77, 32), bench.registers(TestFeatures.PATTERN));
        assertArrayEquals(new byte[256], bench.registers(1));
        bench.header(PATTERN_BIT, COMPACTION | PATTERN_BIT).restore(XRSTOR64, -1);
        assertArrayEquals(repeat(0x66, 32), bench.registers(TestFeatures.PATTERN));
        assertArrayEquals(new byte[256], bench.registers(2));
    }

    @ParameterizedTest(name = "RFBM {0}, XSTATE_BV {1}: {2}")
    @CsvSource({"2,0,8095", "4,0,8095", "6,6,8095", "1,1,8127", "0,7,8127", "2,2,8095"})
    void theStandardFormatLoadsMxcsrForSseOrAvxWhateverXstateBvSays(long rfbm, long bv, int mxcsr) {
        loaded(bench).header(bv, 0).restore(XRSTOR64, rfbm);
        assertEquals(mxcsr, bench.machine.registers().mxcsr());
    }

    @ParameterizedTest(name = "RFBM {0}, XSTATE_BV {1}: {2}")
    @CsvSource({"2,2,8095", "2,0,8064", "6,4,8064", "4,6,8127", "5,0,8127", "7,7,8095"})
    void theCompactedFormatLoadsMxcsrWithSseOnly(long rfbm, long bv, int mxcsr) {
        loaded(bench).header(bv, COMPACTION | 7).restore(XRSTOR64, rfbm);
        assertEquals(mxcsr, bench.machine.registers().mxcsr());
    }

    @Test
    void reservedMxcsrBitsFaultExactlyWhereMxcsrIsLoaded() {
        loaded(bench).mxcsr(0x11f80).header(0, 0);
        Outcome.Fault fault = bench.fault(XRSTOR64, 4);
        assertEquals(FaultCause.MXCSR_RESERVED, fault.cause());
        assertEquals("#GP(0): MXCSR 0x11f80 has the reserved bits 0x10000", fault.toString());
        bench.fault(XRSTOR64, 2);
        bench.restore(XRSTOR64, 1);
        bench.header(4, COMPACTION | 7).restore(XRSTOR64, 6);
        bench.header(2, COMPACTION | 7).fault(XRSTOR64, 6);
        bench.restore(XRSTOR64, 4);
        loaded(bench).mxcsr(0x21f80).header(0, 0).fault(XRSTOR64, 2);
        Bench amd = Bench.small(Bench.AMD, ProcessorPolicy.AMD);
        loaded(amd).mxcsr(0x21f80).header(0, 0).restore(XRSTOR64, 2);
        assertEquals(0x21f80, amd.machine.registers().mxcsr());
        amd.mxcsr(0x41f80).fault(XRSTOR64, 2);
    }

    @Test
    void aFaultRollsBackOrLeavesEarlierComponentsByPolicy() {
        loaded(bench).mxcsr(0x11f80).header(7, 0);
        RegisterFile before = bench.machine.copy().registers();
        bench.fault(XRSTOR64, 7);
        assertEquals(true, before.sameValues(bench.machine.registers()));

        Bench partial = Bench.small(Bench.KEEPS_POINTERS,
                ProcessorPolicy.MANUAL.withRefusedRestore(RefusedRestore.both(OnFault.PARTIAL)));
        loaded(partial).mxcsr(0x11f80).put(0, 0x7e, 2).header(7, 0).fault(XRSTOR64, 7);
        assertEquals(0x7e, partial.registers(0)[0]);
        assertArrayEquals(repeat(0x55, 256), partial.registers(1));
        assertEquals(0x1fbf, partial.machine.registers().mxcsr());

        partial.header(7, COMPACTION | 7).fault(XRSTOR64, 7);
        assertArrayEquals(repeat(0xcc, 256), partial.registers(1));
        assertArrayEquals(repeat(0x55, 256), partial.registers(2));
        assertEquals(0x1fbf, partial.machine.registers().mxcsr());
        partial.header(6, COMPACTION | 7).fill(1, 0x55).fault(XRSTOR64, 2);
        assertArrayEquals(repeat(0xcc, 256), partial.registers(1));
        assertEquals(0x7e, partial.registers(0)[0]);
    }

    @Test
    void aPartialRestoreInitialisesToo() {
        Bench partial = Bench.small(Bench.KEEPS_POINTERS,
                ProcessorPolicy.MANUAL.withRefusedRestore(RefusedRestore.both(OnFault.PARTIAL)));
        loaded(partial).write(0, 0, 0x7e, 2).mxcsr(0x11f80).header(2, 0).fault(XRSTOR64, 3);
        assertEquals(0x7f, partial.registers(0)[0]);
    }

    /** As measured on an Intel processor, family 6 model A7h, XCR0 600E7H. */
    @Test
    void intelHasDoneLegacyStateAndInitialisationsWhenItRefusesMxcsrInTheCompactedFormat() {
        Bench intel = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.INTEL);
        loaded(intel).fill(TestFeatures.PATTERN, 0x44).mxcsr(0x11f80).put(0, 0x7e, 2);
        intel.header(7, COMPACTION | 7).fault(XRSTOR64, -1);
        assertEquals(0x7e, intel.registers(0)[0]);
        assertArrayEquals(repeat(0xcc, 256), intel.registers(1));
        assertArrayEquals(repeat(0x55, 256), intel.registers(2));
        assertArrayEquals(repeat(0xa5, 32), intel.registers(TestFeatures.PATTERN));
        assertEquals(0x1fbf, intel.machine.registers().mxcsr());
        assertEquals(XFeatureMask.of(0, 1, 2), intel.machine.xinuse());

        intel.header(2, COMPACTION | 7).fault(XRSTOR64, 2);
        assertEquals(0x7e, intel.registers(0)[0]);
        assertArrayEquals(repeat(0x55, 256), intel.registers(2));
        intel.fault(XRSTOR64, 7);
        assertEquals(0x7f, intel.registers(0)[0]);
        assertArrayEquals(new byte[256], intel.registers(2));
    }

    @Test
    void intelHasChangedNothingWhenItRefusesMxcsrInTheStandardFormat() {
        Bench intel = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.INTEL);
        loaded(intel).mxcsr(0x11f80).put(0, 0x7e, 2).header(3, 0);
        Machine before = intel.machine.copy();
        intel.fault(XRSTOR64, -1);
        assertTrue(before.registers().sameValues(intel.machine.registers()));
    }

    @Test
    void aComponentWhoseOwnInitialisationIsRefusedIsNotInitialised() {
        Bench intel = Bench.of("sapphirerapids", ProcessorPolicy.INTEL);
        intel.write(8, 0, 1).fill(11, 0x11).mxcsr(0x1f9f).header(2, COMPACTION | 2);
        assertEquals("PT: TraceEn is 1", intel.fault(XRSTORS64, 0x902).reason());
        assertEquals(1, intel.registers(8)[0]);
        assertArrayEquals(new byte[16], intel.registers(11));
        assertEquals(0x1f9f, intel.machine.registers().mxcsr());
    }

    @Test
    void aRestoreThatDoesNotFitIsAPageFault() {
        loaded(bench).header(4, 0);
        bench.memory = java.util.Arrays.copyOf(bench.memory, 831);
        assertEquals(new Outcome.Fault(ExceptionVector.PF, 0, FaultCause.MEMORY,
                "XRSTOR64 needs 832 bytes, the memory has 831"), bench.fault(XRSTOR64, 4));
        bench.control(c -> c.withCpl(3));
        assertEquals(4, bench.fault(XRSTOR64, 4).errorCode());
        bench.header(0, 0).restore(XRSTOR64, 4);
        bench.memory = new byte[575];
        assertEquals("XRSTOR64 needs 576 bytes, the memory has 575", bench.fault(XRSTOR64, 0).reason());
    }

    @Test
    void providersRefuseLoadsWithTheirReason() {
        Bench spr = Bench.sapphireRapids();
        spr.fill(12, 0x12).header(1 << 11, COMPACTION | 1 << 11 | 1 << 12).put(584, 0, 0, 0, 0, 0, 0, 1, 0);
        Outcome.Fault fault = spr.fault(XRSTORS64, 0x1800);
        assertEquals(new Outcome.Fault(ExceptionVector.GP, 0, FaultCause.COMPONENT_VALUE,
                "CET_U: PL3_SSP is not canonical"), fault);
        assertArrayEquals(repeat(0x12, 24), spr.registers(12));
        spr.restore(XRSTORS64, 1 << 12);
        assertArrayEquals(new byte[24], spr.registers(12));
        spr.put(584, 0, 0, 0, 0, 0, 0, 0, 0).restore(XRSTORS64, 0x1800);
        assertArrayEquals(spr.bytes(576, 16), spr.registers(11));
    }

    @Test
    void providersAreToldHowWideAddressesAre() {
        Bench wide = new Bench(ProcessorModel.of(Bench.cpu("sapphirerapids"), TestFeatures.catalog(),
                ProcessorPolicy.MANUAL));
        wide.header(1 << 11, COMPACTION | 1 << 11).put(584, 0, 0, 0, 0, 0, 0, 0x80, 0);
        assertEquals(XFeatureMask.of(11), wide.restore(XRSTORS64, 1 << 11).loaded());
        wide.put(584, 0, 0, 0, 0, 0, 0, 0, 1);
        assertEquals("CET_U: PL3_SSP is not canonical", wide.fault(XRSTORS64, 1 << 11).reason());
    }

    @Test
    void aPartialXrstorsLoadsEverythingBelowTheComponentAtFault() {
        Bench spr = Bench.of("sapphirerapids",
                ProcessorPolicy.MANUAL.withRefusedRestore(RefusedRestore.both(OnFault.PARTIAL)));
        spr.write(14, 20, 1).fill(12, 0x12).fill(11, 0x11).mxcsr(0x1f9f)
                .header(0x4802, COMPACTION | 0x5802);
        spr.put(576 + 8, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals("UINTR: UINV is not 0", spr.fault(XRSTORS64, 0x5802).reason());
        assertArrayEquals(spr.bytes(576, 16), spr.registers(11));
        assertArrayEquals(new byte[24], spr.registers(12));
        assertEquals(1, spr.registers(14)[20]);
        assertEquals(0x1f9f, spr.machine.registers().mxcsr());
    }

    @Test
    void anInitialisingRestoreCanBeRefusedToo() {
        Bench spr = Bench.sapphireRapids();
        spr.write(8, 0, 1).header(0, COMPACTION);
        assertEquals("PT: TraceEn is 1", spr.fault(XRSTORS64, 1 << 8).reason());
        assertEquals(XFeatureMask.of(11), spr.restore(XRSTORS64, 1 << 11).initialised());
        spr.write(8, 0, 2).restore(XRSTORS64, 1 << 8);
        assertArrayEquals(new byte[128], spr.registers(8));
    }

    @Test
    void anIllegalTileConfigurationInitialisesInsteadOfFaulting() {
        Bench spr = Bench.sapphireRapids();
        spr.write(17, 0, 1).header(1 << 17, 0).put(2752, 2);
        Outcome.Restored restored = spr.restore(XRSTOR64, 1 << 17);
        assertEquals(XFeatureMask.NONE, restored.loaded());
        assertEquals(XFeatureMask.of(17), restored.initialised());
        assertArrayEquals(new byte[64], spr.registers(17));
        spr.put(2752, 1);
        assertEquals(XFeatureMask.of(17), spr.restore(XRSTOR64, 1 << 17).loaded());
        assertEquals(1, spr.registers(17)[0]);
        assertEquals((byte) 0xcc, spr.registers(17)[63]);
    }

    @Test
    void onlyTheRefusedComponentIsInitialised() {
        Bench spr = Bench.sapphireRapids();
        spr.header(0x60000, 0).put(2752, 2).put(2816, Bench.repeatInts(0x18, 8192));
        Outcome.Restored restored = spr.restore(XRSTOR64, 0x60000);
        assertEquals(XFeatureMask.of(18), restored.loaded());
        assertEquals(XFeatureMask.of(17), restored.initialised());
        assertArrayEquals(repeat(0x18, 8192), spr.registers(18));
    }

    @Test
    void aProviderIsAskedAboutItsOwnXstateBvBit() {
        Bench spr = Bench.sapphireRapids();
        spr.write(14, 20, 1).header(1 << 15, COMPACTION | 0xc000);
        // UINTR refuses loads while UINV is not 0, but here it is initialised
        assertEquals(XFeatureMask.of(14), spr.restore(XRSTORS64, 0xc000).initialised());
        assertEquals(0, spr.registers(14)[20]);
    }

    @Test
    void whatTheHardwareDoesNotHoldIsClearedAfterALoad() {
        Bench spr = Bench.sapphireRapids();
        spr.header(1 << 9, 0).put(2688, 1, 2, 3, 4, 5, 6, 7, 8).restore(XRSTOR64, 1 << 9);
        assertArrayEquals(new byte[]{1, 2, 3, 4, 0, 0, 0, 0}, spr.registers(9));
        assertEquals(true, spr.machine.xinuse().has(9));
    }

    @Test
    void xrstorsReachesUserAndSupervisorComponentsThatAreEnabled() {
        Bench spr = Bench.sapphireRapids();
        spr.control(c -> c.withXss(XFeatureMask.of(11))).header(1 << 11, COMPACTION | 1 << 11)
                .put(584, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(new Outcome.Restored(new XFeatureMask(0x602e7 | 1 << 11), XFeatureMask.of(11),
                new XFeatureMask(0x602e7)), spr.restore(XRSTORS64, -1));
        assertEquals(FaultCause.XCOMP_BV, spr.fault(XRSTOR64, -1).cause());
    }
}
