package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XRSTORS64;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.cpu.XsaveFeatures;

/** SDM volume 1, sections 13.8.1, 13.8.2 and 13.12; that RFBM does not matter was measured on Zen 3. */
class HeaderCheckTest {

    private static final long COMPACTION = 1L << 63;
    private final Bench bench = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL).mxcsr(0x1f80);
    private final long all = 7 | 1L << TestFeatures.PATTERN;

    private void refused(Instruction instruction, long rfbm, FaultCause cause, String reason) {
        Outcome.Fault fault = bench.fault(instruction, rfbm);
        assertEquals(new Outcome.Fault(ExceptionVector.GP, 0, cause, reason), fault);
    }

    @Test
    void theStandardFormatNeedsXcompBvZero() {
        bench.header(0, 4);
        refused(XRSTOR64, 0, FaultCause.XCOMP_BV, "XCOMP_BV is 0x4: without bit 63 it must be 0");
        refused(XRSTOR64, -1, FaultCause.XCOMP_BV, "XCOMP_BV is 0x4: without bit 63 it must be 0");
    }

    @Test
    void theStandardFormatAllowsXstateBvBitsOfXcr0Only() {
        bench.header(all, 0).restore(XRSTOR64, -1);
        bench.header(15, 0);
        refused(XRSTOR64, 0, FaultCause.XSTATE_BV, "XSTATE_BV 0xf has 0x8 outside XCR0 0x10000000007");
        bench.header(COMPACTION, 0);
        refused(XRSTOR64, 1, FaultCause.XSTATE_BV,
                "XSTATE_BV 0x8000000000000000 has 0x8000000000000000 outside XCR0 0x10000000007");
        bench.control(c -> c.withXcr0(XFeatureMask.of(0, 1))).header(4, 0);
        refused(XRSTOR64, 1, FaultCause.XSTATE_BV, "XSTATE_BV 0x4 has 0x4 outside XCR0 0x3");
    }

    @Test
    void theStandardFormatChecksHeaderBytes16To23Only() {
        for (int at = 16; at < 64; at++) {
            bench.header(0, 0).put(512 + at, 1);
            if (at < 24) {
                refused(XRSTOR64, 0, FaultCause.HEADER_RESERVED,
                        "header byte %d (byte %d of the area) is 0x1, not 0".formatted(at, 512 + at));
            } else {
                bench.restore(XRSTOR64, 0);
            }
            bench.put(512 + at, 0);
        }
    }

    @Test
    void theCompactedFormatChecksHeaderBytes16To63() {
        for (int at = 16; at < 64; at++) {
            bench.header(0, COMPACTION).put(512 + at, 0x80);
            refused(XRSTOR64, 0, FaultCause.HEADER_RESERVED,
                    "header byte %d (byte %d of the area) is 0x80, not 0".formatted(at, 512 + at));
            bench.put(512 + at, 0);
        }
    }

    @Test
    void theCompactedFormatAllowsXcompBvBitsThatAreEnabledAndXstateBvBitsOfXcompBv() {
        bench.header(all, COMPACTION | all).restore(XRSTOR64, -1);
        bench.header(0, COMPACTION | 8);
        refused(XRSTOR64, 0, FaultCause.XCOMP_BV,
                "XCOMP_BV 0x8000000000000008 has 0x8 outside XCR0 0x10000000007");
        bench.header(5, COMPACTION | 6);
        refused(XRSTOR64, 0, FaultCause.XSTATE_BV,
                "XSTATE_BV 0x5 has 0x1 outside XCOMP_BV 0x8000000000000006");
        bench.header(COMPACTION, COMPACTION);
        refused(XRSTOR64, 0, FaultCause.XSTATE_BV,
                "XSTATE_BV 0x8000000000000000 has 0x8000000000000000 outside XCOMP_BV 0x8000000000000000");
    }

    @Test
    void anEmulatorMayOverlookXstateBvBit63OfACompactedImageOnly() {
        Bench emulator = Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL.withIgnoresXstateBv63(true))
                .mxcsr(0x1f80);
        assertEquals(XFeatureMask.of(1), emulator.header(COMPACTION | 2, COMPACTION | 6)
                .restore(XRSTOR64, 6).loaded());
        assertEquals(FaultCause.XSTATE_BV,
                emulator.header(COMPACTION | 1, COMPACTION | 6).fault(XRSTOR64, 6).cause());
        assertEquals(FaultCause.XSTATE_BV, emulator.header(COMPACTION, 0).fault(XRSTOR64, 6).cause());
    }

    @Test
    void xrstorsTakesOnlyTheCompactedFormat() {
        bench.header(0, 0);
        refused(XRSTORS64, 0, FaultCause.XCOMP_BV,
                "XCOMP_BV is 0x0: XRSTORS takes only the compacted format, with bit 63 set");
        bench.header(0, COMPACTION | 8);
        refused(XRSTORS64, 0, FaultCause.XCOMP_BV,
                "XCOMP_BV 0x8000000000000008 has 0x8 outside XCR0 | IA32_XSS 0x10000000007");
        bench.header(1, COMPACTION);
        refused(XRSTORS64, 0, FaultCause.XSTATE_BV,
                "XSTATE_BV 0x1 has 0x1 outside XCOMP_BV 0x8000000000000000");
        bench.header(0, COMPACTION).put(575, 4);
        refused(XRSTORS64, 0, FaultCause.HEADER_RESERVED,
                "header byte 63 (byte 575 of the area) is 0x4, not 0");
    }

    @Test
    void aCpuWithoutXsavecDoesNotKnowTheCompactedFormat() {
        Bench old = new Bench(ProcessorModel.of(
                Bench.smallCpu(Bench.KEEPS_POINTERS,
                        new XsaveFeatures(true, true, false, false, false, false)),
                TestFeatures.catalog(), ProcessorPolicy.MANUAL));
        assertEquals("XCOMP_BV is 0x8000000000000000, and the CPU does not know the compacted format",
                old.header(0, COMPACTION).fault(XRSTOR64, 0).reason());
        assertEquals("XCOMP_BV is 0x1: without bit 63 it must be 0", old.header(0, 1).fault(XRSTOR64, 0)
                .reason());
        old.header(0, 0).restore(XRSTOR64, 1);
    }

    @Test
    void xcompBvIsCheckedBeforeXstateBvAndBothBeforeReservedBytes() {
        bench.header(8, 8).put(528, 1);
        assertEquals(FaultCause.XCOMP_BV, bench.fault(XRSTOR64, 0).cause());
        bench.header(8, 0);
        assertEquals(FaultCause.XSTATE_BV, bench.fault(XRSTOR64, 0).cause());
        bench.header(8, COMPACTION | 8);
        assertEquals(FaultCause.XCOMP_BV, bench.fault(XRSTOR64, 0).cause());
    }
}
