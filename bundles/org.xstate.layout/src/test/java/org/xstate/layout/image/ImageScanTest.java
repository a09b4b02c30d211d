package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.mask;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;

class ImageScanTest {

    private static MemorySegment init(XsaveLayout layout) {
        MemorySegment area = MemorySegment.ofArray(new byte[layout.size()]);
        area.set(XsaveImage.LE16, 0, (short) 0x37f);
        area.set(XsaveImage.LE32, XsaveImage.MXCSR, 0x1f80);
        if (layout.isCompacted()) {
            area.set(XsaveImage.LE64, XsaveImage.XCOMP_BV, layout.mask().bits() | 1L << 63);
        }
        // IA32_PM_CTL1 = 1 and IA32_HWP_REQUEST = 8000FF01 in the initial configuration
        layout.placement(13).ifPresent(p -> area.set(XsaveImage.LE64, p.offset(), 1));
        layout.placement(16).ifPresent(p -> area.set(XsaveImage.LE64, p.offset(), 0x8000ff01L));
        return area;
    }

    /** The bit that a changed byte must set, told by the manual's map of the area. */
    private static long expected(XsaveLayout layout, int at) {
        if (at >= 24 && at < 28) {
            return 2;
        }
        if (at < 24 || at >= 32 && at < 160) {
            return 1;
        }
        return layout.placements().stream().filter(p -> p.number() > 0 && at >= p.offset() && at < p.end())
                .mapToLong(p -> 1L << p.number()).findFirst().orElse(0);
    }

    private static void assertEveryByteCounts(XsaveLayout layout) {
        ImageScan scan = ImageScan.of(layout, CATALOG);
        MemorySegment area = init(layout);
        assertEquals(0, scan.scan(area, 0));
        for (int at = 0; at < layout.size(); at++) {
            if (at >= 512 && at < 576) {
                continue;
            }
            byte before = area.get(ValueLayout.JAVA_BYTE, at);
            area.set(ValueLayout.JAVA_BYTE, at, (byte) (before ^ 0x80));
            assertEquals(expected(layout, at), scan.scan(area, 0), layout + " byte " + at);
            area.set(ValueLayout.JAVA_BYTE, at, before);
        }
    }

    @Test
    void everyByteOfEveryComponentCountsForItAlone() {
        assertEveryByteCounts(XsaveLayout.standard(cpu("zen3"), mask(7)));
        assertEveryByteCounts(XsaveLayout.standard(cpu("zen4"), mask(0x2e7)));
        assertEveryByteCounts(XsaveLayout.compacted(cpu("tigerlake"), cpu("tigerlake").all()));
        assertEveryByteCounts(XsaveLayout.compacted(cpu("arrowlake"), cpu("arrowlake").all()));
        assertEveryByteCounts(XsaveLayout.standard(cpu("apx"), mask(0x802e7)));
    }

    @Test
    void componentsOfOddSizesAreReadToTheirLastByte() {
        XsaveLayout odd = XsaveLayout
                .ofPlacements(List.of(new Placement(40, 577, 13), new Placement(41, 601, 3)));
        assertEveryByteCounts(odd);
        assertEquals(604, ImageScan.of(odd, CATALOG).imageSize());
    }

    @Test
    void initialConfigurationsComeFromTheCatalog() {
        XsaveLayout hdc = XsaveLayout.compacted(cpu("tigerlake"), mask(0x2003));
        MemorySegment area = init(hdc);
        assertEquals(0, ImageScan.of(hdc, CATALOG).scan(area, 0));
        area.set(XsaveImage.LE64, 576, 0);
        assertEquals(1 << 13, ImageScan.of(hdc, CATALOG).scan(area, 0));
        assertEquals(1, ImageScan.of(hdc, FeatureCatalog.of(List.of())).scan(area, 0));
    }

    @Test
    void memoryThatEndsTooEarlyIsRefused() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(7));
        ImageScan scan = ImageScan.of(layout, CATALOG);
        MemorySegment area = init(layout);
        assertEquals(ImageScan.REFUSED, scan.scan(area, 1));
        assertEquals(ImageScan.REFUSED, scan.scan(area, -1));
        assertEquals(ImageScan.REFUSED, scan.scan(area, Long.MAX_VALUE));
        assertEquals(ImageScan.REFUSED, scan.scan(area.asSlice(0, 100), 0));
    }

    private static boolean refused(XsaveLayout layout, int at, long value) {
        MemorySegment area = init(layout);
        area.set(XsaveImage.LE64, at, value);
        return ImageScan.of(layout, CATALOG).scan(area, 0) < 0;
    }

    /** SDM volume 1, section 13.8.1: bytes 24 to 63 of the header are not looked at (seen on Zen 3). */
    @Test
    void standardHeadersAreHeldAgainstXrstor() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(7));
        assertEquals(List.of(false, true, true, true, true, true, false, false),
                List.of(refused(layout, 512, 7), refused(layout, 512, 8), refused(layout, 512, 1L << 63),
                        refused(layout, 520, 1), refused(layout, 520, 1L << 63 | 7),
                        refused(layout, 528, 1L << 60),
                        refused(layout, 536, 1), refused(layout, 568, 1)));
    }

    @Test
    void compactedHeadersAreHeldAgainstXrstor() {
        XsaveLayout layout = XsaveLayout.compacted(cpu("zen3"), mask(0x1807));
        assertEquals(List.of(false, true, true, true, true, true, true, true),
                List.of(refused(layout, 512, 0x1807), refused(layout, 512, 0x200),
                        refused(layout, 512, 1L << 63),
                        refused(layout, 520, 1L << 63 | 7), refused(layout, 520, 0),
                        refused(layout, 520, 0x1807),
                        refused(layout, 528, 1), refused(layout, 568, 1L << 63)));
    }

    @Test
    void totalsCountImagesOutsideTheHeapToo() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(7));
        ImageScan scan = ImageScan.of(layout, CATALOG);
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(16 + 4 * 840);
            for (int i = 0; i < 4; i++) {
                MemorySegment.copy(init(layout), 0, memory, 16 + i * 840L, 832);
            }
            // in use and marked; in use and not marked; a header that faults
            memory.set(XsaveImage.LE64, 16 + 512, 4);
            memory.set(XsaveImage.LE64, 16 + 700, 1);
            memory.set(XsaveImage.LE64, 16 + 840 + 600, 1);
            memory.set(XsaveImage.LE64, 16 + 840 + 200, 1);
            memory.set(XsaveImage.LE64, 16 + 2 * 840 + 520, 1);
            assertEquals(new ImageScan.Totals(4, 1, 1, Map.of(1, 1L, 2, 2L)), scan.scan(memory, 16, 840, 4));
            assertEquals(new ImageScan.Totals(5, 2, 1, Map.of(1, 1L, 2, 2L)), scan.scan(memory, 16, 840, 5));
        }
    }
}
