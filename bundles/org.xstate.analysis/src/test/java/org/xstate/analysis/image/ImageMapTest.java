package org.xstate.analysis.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;

/** Offsets: SDM volume 1, sections 10.5.1 and 13.4; Zen 3's standard layout from its CPUID. */
class ImageMapTest {

    private static String name(ImageMap map, int offset) {
        return map.at(offset).map(place -> place.field().map(field -> field.decoded().name())
                .orElse(place.part().name())).orElse("");
    }

    @Test
    void everyByteOfAStandardImageBelongsToSomething() {
        MemorySegment area = Samples.standard("zen3", 0x207);
        ImageMap map = Images.map(area, "zen3");
        for (int offset = 0; offset < area.byteSize(); offset++) {
            assertTrue(map.at(offset).isPresent(), "byte " + offset);
        }
    }

    @Test
    void bytesAreNamedAsTheManualPlacesThem() {
        ImageMap map = Images.map(Samples.standard("zen3", 7), "zen3");
        assertEquals(
                List.of("fcw", "fsw", "abridged_ftw", "fop", "fip", "fdp", "mxcsr", "mxcsr_mask", "st0",
                        "xmm0"),
                List.of(0, 2, 4, 6, 8, 16, 24, 28, 32, 160).stream().map(at -> name(map, at)).toList());
        assertEquals("x87", name(map, 5));
        assertEquals("x87", name(map, 42));
        assertEquals("reserved", name(map, 416));
        assertEquals("software", name(map, 464));
        assertEquals(List.of("xstate_bv", "xcomp_bv", "header_reserved"),
                List.of(519, 520, 575).stream().map(at -> name(map, at)).toList());
        assertEquals("hole", name(map, 832));
    }

    @Test
    void aClearedBitWithOtherBytesIsStaleAndCountsThem() {
        MemorySegment area = Samples.standard("zen3", 3);
        area.set(ValueLayout.JAVA_BYTE, 600, (byte) 1);
        area.set(ValueLayout.JAVA_BYTE, 831, (byte) 1);
        ImageMap.Part avx = Images.map(area, "zen3").component(2).orElseThrow();
        assertEquals(ImageMap.Mark.STALE, avx.mark());
        assertEquals("init (XSTATE_BV[2] clear; 2 bytes in memory are stale)", avx.state());
    }

    @Test
    void aClearedBitWithInitialBytesIsInit() {
        assertEquals("init (XSTATE_BV[2] clear)",
                Images.map(Samples.standard("zen3", 3), "zen3").component(2).orElseThrow().state());
    }

    @Test
    void mxcsrIsNoStaleByteOfX87() {
        // XRSTOR of a standard image loads it whatever XSTATE_BV says
        assertEquals(ImageMap.Mark.INIT,
                Images.map(Samples.standard("zen3", 0), "zen3").component(0).orElseThrow()
                        .mark());
    }

    @Test
    void aComponentBehindTheEndIsAbsentOrHasNoBytes() {
        MemorySegment cut = Samples.standard("zen3", 7).asSlice(0, 640);
        assertEquals(ImageMap.Mark.MISSING, Images.map(cut, "zen3").component(2).orElseThrow().mark());
        MemorySegment unused = Samples.standard("zen3", 3).asSlice(0, 576);
        assertEquals(ImageMap.Mark.NO_BYTES, Images.map(unused, "zen3").component(2).orElseThrow().mark());
    }

    @Test
    void anFsaveAreaHasItsOwnPlaces() {
        byte[] fsave = new byte[108];
        fsave[0] = 0x7f;
        fsave[1] = 3;
        ImageRecord record = new ImageRecord(OptionalLong.empty(), "image", MemorySegment.ofArray(fsave),
                ImageRecord.AreaFormat.FSAVE, XFeatureMask.NONE, List.of(), false, List.of(), List.of());
        ImageMap map = ImageMapper.map(Images.decoded(record, "zen3"), Samples.CATALOG);
        assertEquals(List.of("fcw", "fsw", "abridged_ftw", "st0", "st7"),
                List.of(0, 4, 8, 28, 98).stream().map(at -> name(map, at)).toList());
    }

    @Test
    void aFindingIsPlacedByItsByteOrItsComponent() {
        ImageMap map = Images.map(Samples.standard("zen3", 7), "zen3");
        assertEquals(Optional.of(new Span(24, 4)), FindingPlace.of(
                Finding.note("a", "").at("thread 1, MXCSR at byte 24"), map, OptionalLong.empty()));
        assertEquals(Optional.of(new Span(576, 256)), FindingPlace.of(
                Finding.note("a", "AVX (component 2) is in use"), map, OptionalLong.empty()));
        assertEquals(Optional.of(new Span(0, 2)), FindingPlace.of(
                Finding.note("core-note", "").at("byte 1000"), map, OptionalLong.of(1000)));
        assertEquals(Optional.empty(), FindingPlace.of(
                Finding.note("core-note", "").at("byte 1000"), map, OptionalLong.empty()));
    }

    @Test
    void bytesAreComparedPartByPartAcrossFormats() {
        MemorySegment standard = Samples.standard("zen3", 7);
        MemorySegment compacted = Samples.compacted("zen3", 7, 7);
        standard.set(ValueLayout.JAVA_BYTE, 576, (byte) 9);
        ByteDifferences found = ByteDifferences.of(Images.map(standard, "zen3"), standard,
                Images.map(compacted, "zen3"), compacted);
        assertTrue(found.left().get(576) && found.right().get(576));
        assertEquals(-1, found.right().nextSetBit(577));
        assertTrue(found.left().get(527 - 512 + 512), "XCOMP_BV differs in its highest byte");
    }

    @Test
    void thePictureNamesEveryPartAndItsState() {
        MemorySegment area = Samples.standard("zen3", 3);
        area.set(ValueLayout.JAVA_BYTE, 600, (byte) 1);
        var picture = ImagePicture.draw(
                Images.decoded(ImageRecord.xsave("image", area, XFeatureMask.NONE), "zen3"),
                Samples.CATALOG);
        assertTrue(picture.items().stream().anyMatch(item -> item.id().equals("component 2")
                && item.name().equals("AVX, init (XSTATE_BV[2] clear; 1 byte in memory is stale)")));
    }
}
