package org.xstate.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xstate.isa.Instruction.XRSTOR64;
import static org.xstate.isa.Instruction.XSAVEC64;
import static org.xstate.isa.Instruction.XSAVEOPT64;

import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.xstate.api.XFeatureMask;
import org.xstate.isa.ProcessorPolicy.PointerWidths;
import org.xstate.isa.ProcessorPolicy.XinuseTracking;
import org.xstate.layout.cpu.CpuIdentity;

/** XINUSE (SDM volume 1, section 13.6) and what differs between implementations. */
class XinuseTest {

    private static Bench with(XinuseTracking tracking) {
        return Bench.small(Bench.KEEPS_POINTERS, ProcessorPolicy.MANUAL.withXinuse(tracking));
    }

    @Test
    void exactTrackingFollowsTheContent() {
        Bench bench = with(XinuseTracking.EXACT);
        assertEquals(XFeatureMask.NONE, bench.machine.xinuse());
        bench.write(2, 255, 1);
        assertEquals(XFeatureMask.of(2), bench.machine.xinuse());
        bench.write(2, 255, 0);
        assertEquals(XFeatureMask.NONE, bench.machine.xinuse());
        bench.write(TestFeatures.PATTERN, 31, 0);
        assertEquals(XFeatureMask.of(TestFeatures.PATTERN), bench.machine.xinuse());
        bench.write(TestFeatures.PATTERN, 31, 0xa5).write(0, 8, 1);
        assertEquals(XFeatureMask.of(0), bench.machine.xinuse());
        bench.machine.registers().writeMxcsr(0x1f81);
        assertEquals(XFeatureMask.of(0), bench.machine.xinuse());
    }

    @Test
    void stickyTrackingRemembersLoadsAndWritesUntilInitialised() {
        Bench bench = with(XinuseTracking.STICKY);
        bench.put(576, new int[256]).put(0, 0x7f, 3).put(2, new int[158]).mxcsr(0x1f80).header(5, 0)
                .restore(XRSTOR64, 5);
        assertEquals(XFeatureMask.of(0, 2), bench.machine.xinuse());
        bench.write(1, 0, 0);
        assertEquals(XFeatureMask.of(0, 1, 2), bench.machine.xinuse());
        bench.save(XSAVEC64, -1);
        assertEquals(7, bench.bv());
        bench.machine.registers().initialise(2);
        assertEquals(XFeatureMask.of(0, 1), bench.machine.xinuse());
        bench.header(0, 0).restore(XRSTOR64, 3);
        assertEquals(XFeatureMask.NONE, bench.machine.xinuse());
    }

    /** As measured on an Intel processor, family 6 model A7h, XCR0 600E7H. */
    @Test
    void tileConfigurationIsJudgedByContentWhereTileDataIsSticky() {
        Bench spr = Bench.of("sapphirerapids", ProcessorPolicy.INTEL);
        spr.put(2752, new int[64]).put(2816, new int[8192]).header(0x60000, 0).restore(XRSTOR64, 0x60000);
        assertEquals(XFeatureMask.of(18), spr.machine.xinuse());
        spr.put(2752, 1).restore(XRSTOR64, 0x60000);
        assertEquals(XFeatureMask.of(17, 18), spr.machine.xinuse());
        assertEquals(XFeatureMask.of(17), spr.save(XSAVEOPT64, 0x60000).written());
        spr.put(2752, 2).restore(XRSTOR64, 0x60000);
        assertEquals(XFeatureMask.of(18), spr.machine.xinuse());
    }

    @Test
    void withExactTrackingTheTileConfigurationIsLeftOutWhenUnmodifiedToo() {
        Bench spr = Bench.sapphireRapids();
        spr.put(2752, 1).header(0x20000, 0).restore(XRSTOR64, 0x60000);
        assertEquals(XFeatureMask.NONE, spr.save(XSAVEOPT64, 0x60000).written());
    }

    @Test
    void stickinessCanBeLimitedToSomeComponents() {
        Bench bench = with(new XinuseTracking(XFeatureMask.of(1), XFeatureMask.NONE));
        bench.write(1, 0, 0).write(2, 0, 0);
        assertEquals(XFeatureMask.of(1), bench.machine.xinuse());
    }

    @Test
    void someComponentsAreAlwaysInUse() {
        Bench bench = with(XinuseTracking.EXACT.always(XFeatureMask.of(TestFeatures.PATTERN)));
        assertEquals(XFeatureMask.of(TestFeatures.PATTERN), bench.machine.xinuse());
        bench.machine.registers().initialise(TestFeatures.PATTERN);
        bench.save(XSAVEC64, -1);
        assertEquals(1L << TestFeatures.PATTERN, bench.bv());
        assertEquals((byte) 0xa5, bench.memory[832]);
    }

    @Test
    void theVendorDecidesTheDefaultPolicy() {
        assertSame(ProcessorPolicy.AMD, ProcessorPolicy.of(vendor("AuthenticAMD")));
        assertSame(ProcessorPolicy.AMD, ProcessorPolicy.of(vendor("HygonGenuine")));
        assertSame(ProcessorPolicy.INTEL, ProcessorPolicy.of(vendor("GenuineIntel")));
        assertSame(ProcessorPolicy.MANUAL, ProcessorPolicy.of(vendor("CentaurHauls")));
        assertEquals(false, ProcessorPolicy.AMD.modeScopedXinuse());
        assertEquals(PointerWidths.of(48, 48), ProcessorPolicy.AMD.pointers());
        assertEquals(PointerWidths.LINEAR_FIP, ProcessorPolicy.INTEL.pointers());
        assertEquals(XinuseTracking.EXACT, ProcessorPolicy.AMD.xinuse());
        assertEquals(XinuseTracking.STICKY, ProcessorPolicy.INTEL.xinuse());
        assertEquals(true, ProcessorPolicy.INTEL.modeScopedXinuse());
    }

    private static CpuIdentity vendor(String name) {
        return new CpuIdentity(Optional.of(name), OptionalInt.empty(), OptionalInt.empty(),
                OptionalInt.empty(), Optional.empty());
    }

    @Test
    void impossiblePoliciesAreRefused() {
        for (int bits : new int[]{32, 65}) {
            assertThrows(IllegalArgumentException.class, () -> PointerWidths.of(bits, 64));
            assertThrows(IllegalArgumentException.class, () -> PointerWidths.of(64, bits));
        }
        assertEquals(33, PointerWidths.of(64, 33).fdp());
        for (int width : new int[]{1, 3, 128, -1}) {
            assertThrows(IllegalArgumentException.class,
                    () -> ProcessorPolicy.MANUAL.withAlignmentCheckWidth(width), "width " + width);
        }
        assertEquals(2, ProcessorPolicy.MANUAL.withAlignmentCheckWidth(2).alignmentCheckWidth());
        assertEquals(64, ProcessorPolicy.MANUAL.withAlignmentCheckWidth(64).alignmentCheckWidth());
    }

    @Test
    void impossibleControlStatesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ControlState.KERNEL.withCpl(4));
        assertThrows(IllegalArgumentException.class, () -> ControlState.KERNEL.withCpl(-1));
        assertThrows(IllegalArgumentException.class, () -> ControlState.KERNEL.withLinearAddressBits(32));
        assertThrows(IllegalArgumentException.class, () -> ControlState.KERNEL.withLinearAddressBits(65));
        assertEquals(64, ControlState.KERNEL.withLinearAddressBits(64).linearAddressBits());
        assertEquals(33, ControlState.KERNEL.withLinearAddressBits(33).linearAddressBits());
    }
}
