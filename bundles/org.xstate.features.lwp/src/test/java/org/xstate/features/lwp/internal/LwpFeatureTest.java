package org.xstate.features.lwp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.DecodedField;
import org.xstate.api.XFeatureMask;
import org.xstate.api.tck.GivenComponent;

class LwpFeatureTest {

    private final LwpFeature feature = new LwpFeature();

    @Test
    void needsSseAndAvxInXcr0AndIsNeverEnabledByLinux() {
        assertEquals(62, feature.descriptor().number());
        assertEquals(128, feature.descriptor().size());
        assertEquals(XFeatureMask.of(1, 2), feature.descriptor().requires());
        assertEquals("unused", feature.restorePolicy().label());
    }

    @Test
    void everyFieldIsAtItsPlace() {
        Map<String, DecodedField> fields = GivenComponent.of(feature.descriptor(),
                ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 0x7f00_0000L)
                        .putInt(8, 0x8000_0004).putInt(12, 64).putLong(16, 0x5000).putInt(24, 4096)
                        .putInt(28, 7).putLong(56, 3).putInt(124, 9).array())
                .decodedBy(feature);
        assertEquals("control block in memory", fields.get("lwpcb").meaning());
        assertEquals("LWPIRE (instructions retired), LWPINT", fields.get("lwp_flags").meaning());
        assertEquals("64", fields.get("buffer_head_offset").text());
        assertEquals("0x5000", fields.get("buffer_base").text());
        assertEquals("4096", fields.get("buffer_size").text());
        assertEquals("0x7", fields.get("filters").text());
        assertEquals("0x3", fields.get("saved_event_record3").text());
        assertEquals("9", fields.get("event_counter15").text());
    }
}
