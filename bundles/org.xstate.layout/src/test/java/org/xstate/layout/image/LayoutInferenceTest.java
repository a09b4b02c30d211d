package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.mask;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Which processors lay out what: the table of public dumps. */
class LayoutInferenceTest {

    @Test
    void anExactSizeGoesBeforeOneWithRoom() {
        LayoutInference.Inferred zen2 = LayoutInference.infer(mask(0x207), 896);
        assertEquals(List.of("zen2"), zen2.agreeing());
        assertEquals(List.of(), zen2.others());
        assertTrue(zen2.exactSize());
        LayoutInference.Inferred amd = LayoutInference.infer(mask(0x2e7), 2440);
        assertEquals(List.of("zen4", "zen5"), amd.agreeing());
        assertEquals(832, amd.layout().orElseThrow().placement(5).orElseThrow().offset());
    }

    @Test
    void roomGoesBeforeACut() {
        LayoutInference.Inferred roomy = LayoutInference.infer(mask(0x207), 1000);
        assertEquals(List.of("zen2"), roomy.agreeing());
        assertFalse(roomy.exactSize());
        LayoutInference.Inferred cut = LayoutInference.infer(mask(0x2e7), 2000);
        assertFalse(cut.exactSize());
        assertTrue(cut.layout().isPresent());
        assertTrue(cut.others().containsAll(List.of("zen4", "zen5")) || cut.agreeing().contains("zen4"));
    }

    @Test
    void masksThatNoCpuHasFitNothing() {
        LayoutInference.Inferred none = LayoutInference.infer(mask(1L << 62 | 0x200), 4096);
        assertTrue(none.layout().isEmpty());
        assertEquals(List.of(), none.agreeing());
        assertEquals(mask(0x40000000000e02ffL), LayoutInference.known());
    }

    @Test
    void theLegacyComponentsNeedNotBeNamed() {
        assertEquals(LayoutInference.infer(mask(4), 832).layout(),
                LayoutInference.infer(mask(7), 832).layout());
        assertEquals(7, LayoutInference.infer(mask(4 | 1L << 63), 832).layout().orElseThrow().mask().bits());
    }
}
