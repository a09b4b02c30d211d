package org.xstate.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.mask;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that processors or the kernel reported (reference figures), not ones that the code computed. */
class XsaveLayoutTest {

    @ParameterizedTest(name = "{0} with XCR0 {1} and XSS {2} has {3} bytes compacted")
    @CsvSource({"sapphirerapids, 0x602e7, 0x5800, 10816", "sapphirerapids, 0x602e7, 0x8400, 11520",
        "zen4, 0x2e7, 0, 2440", "zen4, 0xe7, 0x800, 2448", "zen3, 0x7, 0x1800, 872", "zen3, 0x7, 0, 832",
        "zen3, 0x207, 0x1800, 880", "zen2, 0x207, 0, 896", "skylake, 0x1f, 0, 960"})
    void compactedSizesAreThoseReported(String profile, String xcr0, String xss, int size) {
        XsaveLayout layout = XsaveLayout.compacted(cpu(profile),
                mask(Long.decode(xcr0)).or(mask(Long.decode(xss))));
        assertEquals(size, layout.size());
        assertTrue(layout.isCompacted());
    }

    @ParameterizedTest(name = "{0} with XCR0 {1} has {2} bytes in the standard format")
    @CsvSource({"sapphirerapids, 0x602e7, 11008", "zen4, 0x2e7, 2440", "zen3, 0x207, 2440", "zen3, 0x7, 832",
        "zen2, 0x207, 896", "cometlake, 0x21f, 2696", "cometlake, 0x1f, 1088", "skylake-sp, 0xff, 2688",
        "nehalem, 0x3, 576", "goldmont, 0x1b, 1088", "apx, 0x80007, 1088"})
    void standardSizesAreThoseReported(String profile, String xcr0, int size) {
        XsaveLayout layout = XsaveLayout.standard(cpu(profile), mask(Long.decode(xcr0)));
        assertEquals(size, layout.size());
        assertFalse(layout.isCompacted());
    }

    @Test
    void tileConfigurationIsAlignedTo64BytesInTheCompactedFormat() {
        XsaveLayout layout = XsaveLayout.compacted(cpu("sapphirerapids"), mask(0x602e7 | 0x5800));
        assertEquals(2560, layout.placement(17).orElseThrow().offset());
        assertEquals(2624, layout.placement(18).orElseThrow().offset());
        assertEquals(List.of(new Hole(2528, 32)), layout.holes());
    }

    @Test
    void theCompactedFormatOfPkruAfterAvxHasNoHole() {
        XsaveLayout layout = XsaveLayout.compacted(cpu("zen3"), mask(0x207));
        assertEquals(new Placement(9, 832, 8), layout.placement(9).orElseThrow());
        assertEquals(List.of(), layout.holes());
        assertEquals(840, layout.size());
    }

    @Test
    void bits0And1And63HaveNoEffectOnTheCompactedLayout() {
        XsaveLayout without = XsaveLayout.compacted(cpu("zen4"), mask(0x2e4));
        XsaveLayout with = XsaveLayout.compacted(cpu("zen4"), mask(0x2e7 | 1L << 63));
        assertEquals(without.placements(), with.placements());
        assertEquals(0x2e7, with.mask().bits());
    }

    @Test
    void supervisorComponentsHaveNoPlaceInTheStandardFormat() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(0x207 | 0x1800));
        assertTrue(layout.placement(11).isEmpty());
        assertEquals(2440, layout.size());
    }

    @Test
    void theHoleThatMpxLeftLiesBetweenAvxAndOpmask() {
        XsaveLayout layout = XsaveLayout.standard(cpu("icelake"), mask(0x2e7));
        assertEquals(List.of(new Hole(832, 256)), layout.holes());
    }

    @Test
    void zen3LeavesTheRoomOfAvx512BelowPkru() {
        assertEquals(List.of(new Hole(832, 1600)), XsaveLayout.standard(cpu("zen3"), mask(0x207)).holes());
    }

    @Test
    void apxLiesBelowComponentsWithSmallerNumbers() {
        XsaveLayout layout = XsaveLayout.standard(cpu("apx"), mask(0x802e7));
        assertEquals(List.of(2, 19, 5, 6, 7, 9), layout.byOffset().stream().map(Placement::number).toList());
        assertEquals(List.of(0, 1, 2, 5, 6, 7, 9, 19),
                layout.placements().stream().map(Placement::number).toList());
        assertEquals(new Placement(19, 960, 128), layout.placement(19).orElseThrow());
    }

    @Test
    void anAreaHasAtLeastLegacyRegionAndHeader() {
        XsaveLayout layout = XsaveLayout.compacted(cpu("zen3"), mask(1));
        assertEquals(576, layout.size());
        assertEquals(new Placement(0, 0, 160), layout.placement(0).orElseThrow());
        assertEquals(new Placement(1, 160, 256), layout.placement(1).orElseThrow());
        assertEquals(416, layout.placement(1).orElseThrow().end());
    }

    @Test
    void aComponentThatTheCpuDoesNotDescribeCannotBePlaced() {
        assertThrows(IllegalArgumentException.class, () -> XsaveLayout.standard(cpu("zen3"), mask(0xe7)));
        assertThrows(IllegalArgumentException.class, () -> XsaveLayout.compacted(cpu("zen3"), mask(0xe7)));
    }

    @Test
    void placesOfAContainerAreTakenAsTheyAre() {
        XsaveLayout layout = XsaveLayout
                .ofPlacements(List.of(new Placement(9, 832, 64), new Placement(2, 576, 256)));
        assertEquals(896, layout.size());
        assertEquals(0x207, layout.mask().bits());
        assertEquals(XsaveLayout.Format.STANDARD, layout.format());
    }

    @ParameterizedTest(name = "component {0} at {1} with {2} bytes")
    @CsvSource({"1, 160, 256", "63, 576, 8", "-1, 576, 8", "2, -8, 8", "2, 576, -1", "2, 16777216, 1"})
    void impossiblePlacesAreRefused(int number, int offset, int size) {
        List<Placement> places = List.of(new Placement(number, offset, size));
        assertThrows(IllegalArgumentException.class, () -> XsaveLayout.ofPlacements(places));
    }

    @Test
    void thePlaceThatEndsWithTheLargestAreaIsTaken() {
        assertEquals(1 << 24, XsaveLayout.ofPlacements(List.of(new Placement(2, (1 << 24) - 1, 1))).size());
    }

    @Test
    void aComponentWithTwoPlacesIsRefused() {
        List<Placement> twice = List.of(new Placement(2, 576, 256), new Placement(2, 832, 256));
        assertThrows(IllegalArgumentException.class, () -> XsaveLayout.ofPlacements(twice));
    }

    @Test
    void layoutsAreEqualByFormatMaskAndPlaces() {
        XsaveLayout zen4 = XsaveLayout.standard(cpu("zen4"), mask(0x2e7));
        XsaveLayout zen5 = XsaveLayout.standard(cpu("zen5"), mask(0x2e7));
        assertEquals(zen4, zen5);
        assertEquals(zen4.hashCode(), zen5.hashCode());
        assertNotEquals(zen4, XsaveLayout.compacted(cpu("zen4"), mask(0x2e7)));
        assertNotEquals(zen4, XsaveLayout.standard(cpu("zen4"), mask(0xe7)));
        assertNotEquals(zen4, XsaveLayout.standard(cpu("icelake"), mask(0x2e7)));
        assertNotEquals(XsaveLayout.standard(cpu("zen3"), mask(7)),
                XsaveLayout.standard(cpu("zen3"), mask(0x1807)));
        assertNotEquals(zen4, "standard 0x2e7 2440 bytes");
        assertEquals("standard 0x2e7 2440 bytes", zen4.toString());
        assertEquals("compacted", XsaveLayout.Format.COMPACTED.word());
    }
}
