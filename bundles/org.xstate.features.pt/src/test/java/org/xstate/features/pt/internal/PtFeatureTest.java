package org.xstate.features.pt.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.DecodedField;
import org.xstate.api.RegisterBehaviour;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.tck.GivenComponent;

class PtFeatureTest {

    private final PtFeature feature = new PtFeature();
    private final RegisterBehaviour behaviour = feature.registerBehaviour(new AddressWidths(48, 46));

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Load load(byte[] memory, byte[] register) {
        return behaviour.load(MemorySegment.ofArray(memory), MemorySegment.ofArray(register));
    }

    @Test
    void everyMsrIsAtItsPlace() {
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(),
                bytes().putLong(0, 0x21_0302_2d0dL).putLong(8, 0x1000).putLong(16, 0x20_0000_007fL)
                        .putLong(24, 0x5_0000_0006L).putLong(32, 0x1234_5020).putLong(40, 0xa0)
                        .putLong(96, 0xb3).array())
                .decodedBy(feature);
        // 0x210302_2d0d: ADDR1 stops, ADDR0 filters, PSBFreq 3, MTCFreq 8, BranchEn, DisRETC, TSCEn, ToPA, User, OS
        assertEquals(
                "TraceEn, OS, User, ToPA, TSCEn, DisRETC, BranchEn, MTCFreq 8, PSBFreq 3, ADDR0 filters, "
                        + "ADDR1 stops the trace",
                fields.get("rtit_ctl").meaning());
        assertEquals("mask or table offset 0x7f, output offset 0x20",
                fields.get("rtit_output_mask_ptrs").meaning());
        assertEquals("ContextEn, TriggerEn, PacketByteCnt 5", fields.get("rtit_status").meaning());
        assertEquals("CR3 0x12345020", fields.get("rtit_cr3_match").meaning());
        assertEquals("0xa0", fields.get("rtit_addr0_a").text());
        assertEquals("0xb3", fields.get("rtit_addr3_b").text());
    }

    @Test
    void savingWithXsavesStopsTheTrace() {
        byte[] register = bytes().putLong(0, 0x2d0d).array();
        behaviour.savedByXsaves(MemorySegment.ofArray(register));
        assertEquals(bytes().putLong(0, 0x2d0c), ByteBuffer.wrap(register).order(ByteOrder.LITTLE_ENDIAN));
    }

    @Test
    void whileTracingTheMsrsTakeNothing() {
        byte[] tracing = bytes().putLong(0, 1).array();
        assertInstanceOf(Load.Fault.class, load(bytes().array(), tracing));
        assertInstanceOf(Load.Fault.class, behaviour.initialise(MemorySegment.ofArray(tracing)));
        byte[] stopped = bytes().putLong(0, 0x2d0c).array();
        assertInstanceOf(Load.Accept.class, load(tracing, stopped));
        assertInstanceOf(Load.Accept.class, behaviour.initialise(MemorySegment.ofArray(stopped)));
    }

    @ParameterizedTest
    @CsvSource({"0, 40000", "0, 800000", "0, 10000000", "0, 1000000000000", "0, 200000000000000", "8, 40",
        "8, 400000000000", "24, 8", "24, 100", "24, 2000000000000", "32, 1", "40, 800000000000",
        "96, 800000000000"})
    void refusesReservedBitsAndAddressesThatCannotBe(int offset, String value) {
        assertInstanceOf(Load.Fault.class,
                load(bytes().putLong(offset, Long.parseLong(value, 16)).array(), bytes().array()));
    }

    @ParameterizedTest
    @CsvSource({"0, 180ffff8f7bffff", "8, 3fffffffff80", "16, ffffffffffffffff", "24, 1ffff000000f7",
        "32, ffffffffffffffe0", "40, ffff800000000000"})
    void takesEveryBitThatIsDefined(int offset, String value) {
        assertEquals(new Load.Accept(),
                load(bytes().putLong(offset, Long.parseUnsignedLong(value, 16)).array(), bytes().array()));
    }
}
