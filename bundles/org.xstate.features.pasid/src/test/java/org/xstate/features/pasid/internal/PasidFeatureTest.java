package org.xstate.features.pasid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.AddressWidths;
import org.xstate.api.Lifecycle;
import org.xstate.api.RegisterBehaviour.Load;
import org.xstate.api.tck.GivenComponent;

class PasidFeatureTest {

    private final PasidFeature feature = new PasidFeature();

    private static byte[] bytes(String hex) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.parseUnsignedLong(hex, 16))
                .array();
    }

    @ParameterizedTest
    @CsvSource({"0, not valid", "80000001, 'valid, PASID 1'", "800fffff, 'valid, PASID 1048575'",
        "5, PASID 5", "80100001, 'valid, PASID 1, reserved bits 0x100000 set'"})
    void tellsIdAndValidBit(String value, String words) {
        assertEquals(words,
                GivenComponent.of(feature.descriptor(), bytes(value)).decodedBy(feature).get("pasid")
                        .meaning());
    }

    @ParameterizedTest
    @CsvSource({"0, true", "800fffff, true", "fffff, true", "100000, false", "40000000, false",
        "100000000, false", "8000000000000001, false"})
    void loadsWhatWrmsrTakes(String value, boolean taken) {
        Load load = feature.registerBehaviour(AddressWidths.WIDEST).load(MemorySegment.ofArray(bytes(value)),
                MemorySegment.ofArray(new byte[8]));
        assertEquals(taken, load instanceof Load.Accept);
        assertEquals(!taken, load instanceof Load.Fault);
    }

    @Test
    void isPopulatedFromGeneralProtectionAndNotInherited() {
        assertEquals("on-trap(13)", feature.restorePolicy().label());
        assertEquals(Lifecycle.Rule.RESET, feature.lifecycle().fork());
        assertFalse(feature.descriptor().isUser());
    }
}
