package org.xstate.features.apx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureMask;
import org.xstate.api.tck.GivenComponent;

class ApxFeatureTest {

    private final ApxFeature feature = new ApxFeature();

    @Test
    void takesThePlaceOfMpxAndNeverMeetsIt() {
        assertEquals(19, feature.descriptor().number());
        assertEquals(128, feature.descriptor().size());
        assertEquals(XFeatureMask.of(3, 4), feature.descriptor().conflicts());
        assertEquals("CPUID.7.1:EDX[21] APX_F", feature.descriptor().cpuid().getFirst().toString());
    }

    @Test
    void holdsR16ToR31() {
        byte[] bytes = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 0x16)
                .putLong(120, -1).array();
        Map<String, DecodedField> registers = GivenComponent.of(feature.descriptor(), bytes)
                .registersBy(feature);
        assertEquals(16, registers.size());
        assertEquals("0x16", registers.get("r16").text());
        assertEquals("0xffffffffffffffff", registers.get("r31").text());
    }

    @Test
    void a32BitTaskCannotNameThem() {
        assertEquals(Map.of(),
                GivenComponent.of(feature.descriptor(), new byte[128]).mode32().registersBy(feature));
    }
}
