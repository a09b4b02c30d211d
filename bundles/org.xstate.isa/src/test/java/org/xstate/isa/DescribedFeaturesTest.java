package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XRSTORS64;
import static org.xstate.isa.Instruction.XSAVES64;
import static org.xstate.layout.image.XsaveImage.LE64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.XFeatureMask;

/** The described xfeatures through the instructions (SDM volume 1, sections 13.5 and 13.12), as contributed. */
class DescribedFeaturesTest {

    private static final long COMPACTION = 1L << 63;

    private final Bench bench = new Bench(ProcessorModel.of(Bench.cpu("sapphirerapids"),
            FeatureCatalog.load(DescribedFeaturesTest.class.getClassLoader()), ProcessorPolicy.MANUAL,
            new AddressWidths(57, 52)));

    /** One component alone in a compacted image, zero but for eight bytes. */
    private Outcome restoreAlone(int component, int offset, long value) {
        java.util.Arrays.fill(bench.memory, 576, 576 + 1024, (byte) 0);
        bench.header(1L << component, COMPACTION | 1L << component);
        bench.segment().set(LE64, 576 + offset, value);
        return bench.run(XRSTORS64, 1L << component);
    }

    @Test
    void everyComponentOfTheProcessorIsDescribed() {
        assertTrue(bench.model.catalog().mask().hasAll(bench.model.cpu().all()));
    }

    @ParameterizedTest(name = "component {0}, byte {1}: {2}")
    @CsvSource({"11,8,0x0100000000000000", "11,0,0x40", "12,0,0x8000000000000000", "10,0,0x40000000",
        "8,40,0x7000000000000000", "14,0,0x4000000000000000", "14,24,0x1", "15,0,0x100000000"})
    void valuesThatWrmsrRefusesFault(int component, int offset, String value) {
        Outcome.Fault fault = (Outcome.Fault) restoreAlone(component, offset,
                XFeatureMask.parse(value).bits());
        assertEquals(ExceptionVector.GP, fault.vector());
        assertEquals(FaultCause.COMPONENT_VALUE, fault.cause());
        assertTrue(fault.reason().startsWith(bench.model.catalog().name(component) + ": "), fault.reason());
        assertEquals(false, bench.machine.xinuse().has(component));
    }

    @ParameterizedTest(name = "component {0}, byte {1}: {2}")
    @CsvSource({"11,8,0x00fffffffffffff8", "11,0,0x3", "12,0,0x7ff8", "10,0,0x80000001",
        "14,0,0x00007ffffffff000", "15,0,0x1", "9,0,0x55555554"})
    void valuesThatWrmsrTakesAreLoaded(int component, int offset, String value) {
        long number = XFeatureMask.parse(value).bits();
        Outcome outcome = restoreAlone(component, offset, number);
        assertTrue(outcome.isCompleted(), outcome::toString);
        assertEquals(number, bench.machine.registers().component(component).get(LE64, offset));
        assertTrue(bench.machine.xinuse().has(component));
    }

    @Test
    void xsavesStopsBranchRecordingTracingAndUserInterruptNotification() {
        bench.write(15, 0, 1).write(8, 0, 1).write(14, 20, 0x31);
        bench.save(XSAVES64, 0xc100);
        assertEquals(1, bench.memory[576]);
        assertEquals(0x31, bench.memory[576 + 128 + 20]);
        assertEquals(1, bench.memory[576 + 128 + 48]);
        for (int component : new int[]{8, 14, 15}) {
            assertEquals(false, bench.machine.xinuse().has(component), "component " + component);
        }
    }

    @Test
    void traceMsrsTakeNoValuesWhileTracing() {
        bench.write(8, 0, 1);
        assertEquals(FaultCause.COMPONENT_VALUE, ((Outcome.Fault) restoreAlone(8, 40, 0)).cause());
        bench.header(0, COMPACTION);
        assertEquals(FaultCause.COMPONENT_VALUE, bench.fault(XRSTORS64, 1 << 8).cause());
    }

    @Test
    void pkruHoldsFourBytes() {
        bench.header(1 << 9, 0).put(2688, 1, 2, 3, 4, 5, 6, 7, 8).restore(XRSTOR64, 1 << 9);
        assertArrayEquals(new byte[]{1, 2, 3, 4, 0, 0, 0, 0}, bench.registers(9));
    }

    @Test
    void anInvalidTileConfigurationIsInitialisedAndAValidOneLoaded() {
        bench.header(1 << 17, 0).put(2752, new int[64]).put(2752, 9);
        assertEquals(XFeatureMask.of(17), bench.restore(XRSTOR64, 1 << 17).initialised());
        bench.put(2752, 1).put(2752 + 16, 64).put(2752 + 48, 16);
        assertEquals(XFeatureMask.of(17), bench.restore(XRSTOR64, 1 << 17).loaded());
        assertEquals(64, bench.registers(17)[16]);
    }
}
