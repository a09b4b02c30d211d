package org.xstate.features.mpx.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureDescriptor;
import org.xstate.api.XFeatureMask;
import org.xstate.api.tck.GivenComponent;

class MpxFeaturesTest {

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void bothComponentsAreSetTogetherAndNeverWithApx() {
        for (XFeatureDescriptor d : List.of(new BndregsFeature().descriptor(),
                new BndcsrFeature().descriptor())) {
            assertEquals(64, d.size());
            assertEquals(XFeatureMask.of(3, 4), d.together());
            assertEquals(XFeatureMask.of(19), d.conflicts());
            assertEquals("CPUID.7.0:EBX[14] MPX", d.cpuid().getFirst().toString());
        }
    }

    @Test
    void theUpperBoundIsStoredAsItsOnesComplement() {
        BndregsFeature feature = new BndregsFeature();
        GivenComponent view = GivenComponent.of(feature.descriptor(),
                bytes().putLong(16, 0x1000).putLong(24, ~0x1fffL).putLong(32, 5).putLong(40, ~4L).array());
        Map<String, DecodedField> registers = view.registersBy(feature);
        assertEquals("every address", registers.get("bnd0").meaning());
        assertEquals("0x1000 to 0x1fff", registers.get("bnd1").meaning());
        assertEquals("ffffffffffffe0000000000000001000", registers.get("bnd1").text());
        assertEquals("0x5 to 0x4, allows nothing", registers.get("bnd2").meaning());
        assertEquals("upper bound 0x1fff", view.decodedBy(feature).get("bnd1_upper").meaning());
    }

    @Test
    void configurationAndStatusAreExplained() {
        BndcsrFeature feature = new BndcsrFeature();
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(),
                bytes().putLong(0, 0x7f00_0000_0003L).putLong(8, 0x7f00_0000_1232L).array())
                .decodedBy(feature);
        assertEquals("EN, BNDPRESERVE, bound directory at 0x7f0000000000", fields.get("bndcfgu").meaning());
        assertEquals("invalid bound directory entry, entry at 0x7f0000001230",
                fields.get("bndstatus").meaning());
    }

    @Test
    void initIsOffAndWithoutError() {
        BndcsrFeature feature = new BndcsrFeature();
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(), new byte[64])
                .decodedBy(feature);
        assertEquals("disabled", fields.get("bndcfgu").meaning());
        assertEquals("no error", fields.get("bndstatus").meaning());
    }

    @Test
    void reservedBitsAndCodesAreNamed() {
        BndcsrFeature feature = new BndcsrFeature();
        Map<String, DecodedField> fields = GivenComponent
                .of(feature.descriptor(), bytes().putLong(0, 0x801).putLong(8, 3).array()).decodedBy(feature);
        assertEquals("EN, reserved bits 0x800 set", fields.get("bndcfgu").meaning());
        assertEquals("reserved value 3 in bits 1:0", fields.get("bndstatus").meaning());
    }
}
