package org.xstate.features.uintr.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

class UintrFeatureTest {

    private final UintrFeature feature = new UintrFeature();
    private final RegisterBehaviour behaviour = feature.registerBehaviour(new AddressWidths(48, 46));

    private static ByteBuffer sample() {
        return ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 0x40_1000).putLong(8, 128)
                .putInt(16, 255).put(20, (byte) 0xec).put(23, (byte) 0x80).putLong(24, 0x1040)
                .putLong(32, 1L << 63 | 5).putLong(40, 0x2001);
    }

    private Load load(byte[] memory, byte[] register) {
        return behaviour.load(MemorySegment.ofArray(memory), MemorySegment.ofArray(register));
    }

    @Test
    void everyFieldIsAtItsPlace() {
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(), sample().array())
                .decodedBy(feature);
        assertEquals("0x401000", fields.get("uihandler").text());
        assertEquals("subtracted from RSP", fields.get("uistackadjust").meaning());
        assertEquals("entries 0 to 255", fields.get("uittsz").meaning());
        assertEquals("vector 236", fields.get("uinv").meaning());
        assertEquals("delivery enabled", fields.get("uif").meaning());
        assertEquals("0x1040", fields.get("upidaddr").text());
        assertEquals("requested: 0, 2, 63", fields.get("uirr").meaning());
        assertEquals("SENDUIPI enabled, table at 0x2000", fields.get("uittaddr").meaning());
    }

    @Test
    void loadsOnlyWhileNoNotificationVectorIsSet() {
        byte[] register = new byte[48];
        assertEquals(new Load.Accept(), load(sample().array(), register));
        register[20] = 1;
        assertEquals(
                new Load.Fault("UINV is 1 in the register; XRSTORS loads UINTR only while it is 0"),
                load(sample().array(), register));
    }

    @Test
    void savingWithXsavesClearsTheVectorAndNothingElse() {
        byte[] register = sample().array();
        behaviour.savedByXsaves(MemorySegment.ofArray(register));
        assertArrayEquals(sample().put(20, (byte) 0).array(), register);
    }

    @ParameterizedTest
    @CsvSource({"0, 800000000000", "8, 2", "8, 4", "24, 1", "24, 20", "24, 800000000000", "40, 2", "40, 8",
        "40, 800000000000", "16, 10000000000", "16, 4000000000000000"})
    void refusesWhatWrmsrRefuses(int offset, String value) {
        byte[] memory = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(offset, Long.parseLong(value, 16)).array();
        assertEquals(true, load(memory, new byte[48]) instanceof Load.Fault);
    }

    @ParameterizedTest
    @CsvSource({"0, ffff800000000000", "8, 1", "8, 8", "24, 40", "40, 1", "40, 10", "16, 8000000000000000",
        "16, ffffffffff", "32, ffffffffffffffff"})
    void takesWhatWrmsrTakes(int offset, String value) {
        byte[] memory = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(offset, Long.parseUnsignedLong(value, 16)).array();
        assertEquals(new Load.Accept(), load(memory, new byte[48]));
    }
}
