package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.mask;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.ImageDiff.FieldDifference;
import org.xstate.layout.image.ImageDiff.Representation;

class ImageDiffTest {

    private static XsaveImage image(XsaveLayout layout, long xstateBv) {
        MemorySegment area = MemorySegment.ofArray(new byte[layout.size()]);
        area.set(XsaveImage.LE16, 0, (short) 0x37f);
        area.set(XsaveImage.LE32, XsaveImage.MXCSR, 0x1f80);
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv);
        if (layout.isCompacted()) {
            area.set(XsaveImage.LE64, XsaveImage.XCOMP_BV, layout.mask().bits() | 1L << 63);
        }
        return XsaveImage.of(area, layout);
    }

    private static XsaveImage zen(String cpu, long mask, long xstateBv) {
        return image(XsaveLayout.standard(cpu(cpu), mask(mask)), xstateBv);
    }

    private static void put(XsaveImage image, int at, int value) {
        image.area().set(ValueLayout.JAVA_BYTE, at, (byte) value);
    }

    private static ImageDiff diff(XsaveImage a, XsaveImage b) {
        return ImageDiff.between(a, b, CATALOG);
    }

    @Test
    void equalImagesDoNotDiffer() {
        assertEquals(new ImageDiff(List.of(), List.of(), List.of()),
                diff(zen("zen3", 0x207, 7), zen("zen3", 0x207, 7)));
    }

    @Test
    void aChangedRegisterIsNamedWithBothValues() {
        XsaveImage left = zen("zen3", 7, 7);
        XsaveImage right = zen("zen3", 7, 7);
        put(right, 160 + 16 * 3, 0xab);
        put(right, 24, 0xc5);
        put(right, 576 + 15, 1);
        put(right, 2, 0x80);
        ImageDiff diff = diff(left, right);
        assertFalse(diff.sameMeaning());
        assertEquals(List.of(new FieldDifference(0, "x87", "fsw", "0", "128"),
                new FieldDifference(1, "SSE", "mxcsr", "8064", "8133"),
                new FieldDifference(1, "SSE", "xmm3", "0".repeat(32), "0".repeat(30) + "ab"),
                new FieldDifference(2, "AVX", "ymm0_hi128", "0".repeat(32), "01" + "0".repeat(30))),
                diff.semantic());
        assertEquals(List.of(), diff.representational());
    }

    @Test
    void initAndInUseWithInitValuesMeanTheSame() {
        XsaveImage left = zen("zen3", 7, 0);
        put(left, 600, 0xee);
        XsaveImage right = zen("zen3", 7, 7);
        ImageDiff diff = diff(left, right);
        assertTrue(diff.sameMeaning(), diff.toString());
        assertEquals(List.of(new Representation("XSTATE_BV", "0x0", "0x7")), diff.representational());
    }

    @Test
    void deadBytesDifferInRepresentationOnly() {
        XsaveImage left = zen("zen3", 7, 1);
        XsaveImage right = zen("zen3", 7, 1);
        put(left, 600, 0xee);
        put(right, 28, 0xff);
        put(right, 420, 1);
        put(right, 470, 2);
        put(right, 512 + 20, 3);
        ImageDiff diff = diff(left, right);
        assertTrue(diff.sameMeaning());
        assertEquals(
                List.of("MXCSR_MASK", "reserved bytes 416..463", "software bytes 464..511",
                        "header bytes 16..63",
                        "unused bytes of AVX"),
                diff.representational().stream().map(Representation::what).toList());
        assertEquals(new Representation("MXCSR_MASK", "00000000", "ff000000"),
                diff.representational().getFirst());
        assertEquals(new Representation("unused bytes of AVX", "byte 24 is 0xee", "byte 24 is 0x00"),
                diff.representational().getLast());
    }

    @Test
    void deadBytesOfX87DoNotIncludeMxcsr() {
        XsaveImage left = zen("zen3", 7, 0);
        XsaveImage right = zen("zen3", 7, 0);
        put(right, 24, 0x81);
        ImageDiff diff = diff(left, right);
        assertEquals(List.of(new FieldDifference(1, "SSE", "mxcsr", "8064", "8065")), diff.semantic());
        assertEquals(List.of(), diff.representational());
        put(right, 33, 1);
        assertEquals(List.of(new Representation("unused bytes of x87", "byte 33 is 0x00", "byte 33 is 0x01")),
                diff(left, right).representational());
    }

    @Test
    void formatsAndLayoutsDoNotMatterForTheMeaning() {
        XsaveImage standard = zen("zen3", 0x207, 0x207);
        XsaveImage compacted = image(XsaveLayout.compacted(cpu("zen3"), mask(0x207)), 0x207);
        put(standard, 2432, 0x54);
        put(compacted, 832, 0x54);
        ImageDiff diff = diff(standard, compacted);
        assertTrue(diff.sameMeaning(), diff.toString());
        assertEquals(List.of(new Representation("format", "standard", "compacted"),
                new Representation("size", "2440 bytes", "840 bytes"),
                new Representation("XCOMP_BV", "0x0", "0x8000000000000207"),
                new Representation("offset of PKRU", "2432", "832")), diff.representational());
    }

    @Test
    void mxcsrOfACompactedImageWithoutSseIsItsInitValue() {
        XsaveImage standard = zen("zen3", 7, 4);
        XsaveImage compacted = image(XsaveLayout.compacted(cpu("zen3"), mask(7)), 4);
        compacted.area().set(XsaveImage.LE64, XsaveImage.MXCSR, 0);
        assertTrue(diff(standard, compacted).sameMeaning());
        compacted.area().set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 6);
        assertEquals(List.of(new FieldDifference(1, "SSE", "mxcsr", "8064", "0")),
                diff(standard, compacted).semantic());
    }

    @Test
    void aComponentWithoutAPlaceEqualsOneInInit() {
        ImageDiff diff = diff(zen("zen3", 7, 7), zen("zen3", 0x207, 7));
        assertTrue(diff.sameMeaning());
        assertTrue(
                diff.representational().contains(new Representation("offset of PKRU", "no place", "2432")));
        assertEquals(List.of(new FieldDifference(9, "PKRU", "pkru", "init", "0x5")),
                pkru(zen("zen3", 7, 7)).semantic());
    }

    private static ImageDiff pkru(XsaveImage left) {
        XsaveImage right = zen("zen3", 0x207, 0x207);
        put(right, 2432, 5);
        return diff(left, right);
    }

    @Test
    void stateInUseWithoutAPlaceIsNotTakenForInit() {
        assertEquals(List.of(new FieldDifference(9, "PKRU", "pkru", "in use, but without a place", "0x5")),
                pkru(zen("zen3", 7, 0x207)).semantic());
        XsaveImage cut = XsaveImage.of(zen("zen3", 0x207, 0x207).area().asSlice(0, 2000),
                XsaveLayout.standard(cpu("zen3"), mask(0x207)));
        assertEquals(List.of(new FieldDifference(9, "PKRU", "pkru", "absent", "0x5")), pkru(cut).semantic());
        assertTrue(diff(cut, cut).sameMeaning());
    }

    @Test
    void bytesThatNoFieldHoldsAreRepresentation() {
        XsaveImage left = zen("zen3", 0x207, 0x207);
        XsaveImage right = zen("zen3", 0x207, 0x207);
        put(right, 2436, 9);
        ImageDiff diff = diff(left, right);
        assertTrue(diff.sameMeaning());
        assertEquals(List.of(
                new Representation("bytes outside the fields of PKRU", "byte 4 is 0x00", "byte 4 is 0x09")),
                diff.representational());
    }

    @Test
    void pkruOf8And64BytesIsComparedByItsRegister() {
        XsaveImage zen2 = zen("zen2", 0x207, 0x207);
        put(zen2, 832, 5);
        ImageDiff same = pkru(zen2);
        assertTrue(same.sameMeaning(), same.toString());
        assertEquals("byte 8 is 0x00", same.representational().getLast().left());
        assertEquals("8 bytes", same.representational().getLast().right());
    }

    @Test
    void outside64BitModeOnlyEightVectorRegistersMatter() {
        XsaveImage left = zen("zen4", 0x2e7, 0x2e7);
        XsaveImage right = zen("zen4", 0x2e7, 0x2e7);
        put(right, 160 + 16 * 8, 1);
        put(right, 576 + 16 * 8, 1);
        put(right, 896 + 32 * 8, 1);
        put(right, 1408, 1);
        assertEquals(List.of("xmm8", "ymm8_hi128", "zmm8_hi256", "zmm16"),
                diff(left, right).semantic().stream().map(FieldDifference::field).toList());
        assertTrue(ImageDiff.between(left, right, false, CATALOG).sameMeaning());
        put(right, 160 + 16 * 7, 1);
        put(right, 576 + 16 * 7, 1);
        put(right, 896 + 32 * 7, 1);
        put(right, 832 + 8 * 7, 1);
        assertEquals(List.of("xmm7", "ymm7_hi128", "k7", "zmm7_hi256"),
                ImageDiff.between(left, right, false, CATALOG).semantic().stream().map(FieldDifference::field)
                        .toList());
    }

    @Test
    void aComponentThatNobodyDescribesIsComparedByItsBytes() {
        FeatureCatalog nobody = FeatureCatalog.of(List.of());
        XsaveImage left = zen("zen3", 0x207, 0x207);
        XsaveImage right = zen("zen3", 0x207, 7);
        assertTrue(ImageDiff.between(left, right, nobody).sameMeaning());
        put(left, 2432, 0x21);
        assertEquals(
                List.of(new FieldDifference(9, "component 9", "bytes", "0000000000000021", "0".repeat(16))),
                ImageDiff.between(left, right, nobody).semantic());
    }

    @Test
    void aDecoderThatFailsIsNamedAndItsBytesAreCompared() {
        FeatureCatalog broken = HostileProviders.catalog();
        XsaveImage left = zen("zen3", 0x207, 0x207);
        XsaveImage right = zen("zen3", 0x207, 0x207);
        assertEquals(List.of(), ImageDiff.between(left, right, broken).failures());
        put(right, 2432, 0x21);
        put(right, 576, 0x22);
        ImageDiff diff = ImageDiff.between(left, right, broken);
        assertEquals(List.of("component 0", "component 1", "throwing", "null-giving"),
                List.of(broken.name(0), broken.name(1), broken.name(2), broken.name(9)));
        assertEquals(List.of(2, 9), diff.semantic().stream().map(FieldDifference::number).toList());
        assertEquals(4, diff.failures().size());
        assertTrue(diff.failures().stream().allMatch(f -> f.id().equals(DecodedImage.PLUGIN_FAILED)));
        assertTrue(diff.failures().getFirst().message().contains("Throwing.decode failed: "
                + "java.lang.IllegalStateException: decode"), diff.failures().toString());
    }

    @Test
    void aReachThatFailsMakesAllBytesCount() {
        XsaveImage left = zen("zen3", 0x207, 0x207);
        XsaveImage right = zen("zen3", 0x207, 0x207);
        put(right, 2439, 0x21);
        ImageDiff diff = ImageDiff.between(left, right, false, HostileProviders.catalog());
        assertEquals(List.of(9), diff.semantic().stream().map(FieldDifference::number).toList());
        assertTrue(diff.failures().getFirst().message().contains("bytesOutside64BitMode failed"));
    }

    private static ResolvedImage resolved(AreaFormat format, int size, boolean mode64) {
        return new LayoutResolver(CATALOG, Optional.of(cpu("zen3"))).resolve(
                new ImageRecord(OptionalLong.empty(), "r", MemorySegment.ofArray(new byte[size]), format,
                        mask(7),
                        List.of(), mode64, List.of(), List.of()));
    }

    @Test
    void containersTellModeAndFormat() {
        ResolvedImage wide = resolved(AreaFormat.XSAVE, 832, true);
        wide.record().area().set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 7);
        wide.record().area().set(ValueLayout.JAVA_BYTE, 160 + 16 * 9, (byte) 1);
        ResolvedImage empty = resolved(AreaFormat.XSAVE, 832, true);
        ResolvedImage narrow = resolved(AreaFormat.XSAVE, 832, false);
        empty.record().area().set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 7);
        narrow.record().area().set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 7);
        assertEquals(1, ImageDiff.between(wide, empty, CATALOG).orElseThrow().semantic().size());
        assertTrue(ImageDiff.between(wide, narrow, CATALOG).orElseThrow().sameMeaning());
        assertTrue(ImageDiff.between(narrow, wide, CATALOG).orElseThrow().sameMeaning());
        ResolvedImage fsave = resolved(AreaFormat.FSAVE, 108, true);
        ImageDiff legacy = ImageDiff.between(fsave, wide, CATALOG).orElseThrow();
        assertTrue(legacy.semantic().stream().noneMatch(d -> d.number() == 1), legacy.toString());
        assertTrue(ImageDiff.between(wide, fsave, CATALOG).orElseThrow().semantic().stream()
                .noneMatch(d -> d.number() == 1));
        assertTrue(ImageDiff.between(wide, resolved(AreaFormat.FSAVE, 5, true), CATALOG).isEmpty());
    }
}
