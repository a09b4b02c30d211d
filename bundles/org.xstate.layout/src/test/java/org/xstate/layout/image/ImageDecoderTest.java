package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import org.xstate.api.ComponentView;
import org.xstate.api.ComponentView.State;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.layout.XsaveLayout;

class ImageDecoderTest {

    private static ResolvedImage resolve(int size, long xstateBv, AreaFormat format, boolean mode64) {
        MemorySegment area = MemorySegment.ofArray(new byte[size]);
        if (size >= 576) {
            area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv);
        }
        return new LayoutResolver(CATALOG, Optional.of(cpu("zen4"))).resolve(
                new ImageRecord(OptionalLong.empty(), "r", area, format, mask(0x2e7), List.of(), mode64,
                        List.of(DecodedField.hex("ssp", 0x7fff0000L, 8, "")), List.of()));
    }

    private static List<String> names(DecodedImage image) {
        return image.registers().stream().map(DecodedField::name).toList();
    }

    @Test
    void everyComponentHasItsState() {
        DecodedImage image = new ImageDecoder(CATALOG).decode(resolve(2432, 0x204, AreaFormat.XSAVE, true));
        assertEquals(List.of(0, 1, 2, 5, 6, 7, 9),
                image.components().stream().map(DecodedImage.Component::number).toList());
        assertEquals(
                List.of(State.INIT, State.INIT, State.IN_USE, State.INIT, State.INIT, State.INIT,
                        State.ABSENT),
                image.components().stream().map(DecodedImage.Component::state).toList());
        assertEquals(List.of(), image.components().getLast().fields());
        assertEquals("895", image.components().getFirst().fields().getFirst().text());
        assertEquals(List.of(), image.failures());
        assertTrue(names(image)
                .containsAll(List.of("fcw", "mxcsr", "xmm15", "ymm15", "zmm15", "zmm31", "k7", "ssp")));
        assertTrue(!names(image).contains("pkru"));
    }

    @Test
    void thirtyTwoBitTasksHaveEightVectorRegisters() {
        List<String> names = names(
                new ImageDecoder(CATALOG).decode(resolve(2440, 7, AreaFormat.XSAVE, false)));
        assertTrue(names.containsAll(List.of("xmm7", "ymm7", "zmm7")));
        assertTrue(names.stream().noneMatch(n -> n.equals("xmm8") || n.equals("ymm8") || n.equals("zmm16")));
    }

    @Test
    void fsaveHasNoSse() {
        DecodedImage image = new ImageDecoder(CATALOG).decode(resolve(108, 0, AreaFormat.FSAVE, false));
        assertEquals(List.of(0), image.components().stream().map(DecodedImage.Component::number).toList());
        assertEquals(List.of("ssp"),
                names(new ImageDecoder(CATALOG).decode(resolve(9, 0, AreaFormat.FSAVE, false))));
        assertEquals(2, new ImageDecoder(CATALOG).decode(resolve(512, 0, AreaFormat.FXSAVE, false))
                .components().size());
    }

    @Test
    void providersThatFailAreNamedAndTheRestIsDecoded() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(0x207));
        MemorySegment area = MemorySegment.ofArray(new byte[2440]);
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, 0x207);
        ImageRecord record = ImageRecord.xsave("r", area, mask(0x207));
        ResolvedImage resolved = new ResolvedImage(record, Optional.of(XsaveImage.of(area, layout)),
                ResolvedImage.Origin.CPU, List.of());
        DecodedImage image = new ImageDecoder(HostileProviders.catalog()).decode(resolved);
        assertEquals(4, image.components().size());
        assertEquals(List.of(State.IN_USE, State.IN_USE, State.IN_USE, State.IN_USE),
                image.components().stream().map(DecodedImage.Component::state).toList());
        List<String> messages = image.failures().stream().map(f -> f.message()).toList();
        assertEquals(4, messages.size());
        assertTrue(
                messages.get(0).endsWith("Throwing.decode failed: java.lang.IllegalStateException: decode"));
        assertTrue(
                messages.get(1).endsWith("Throwing.registers failed: java.lang.AssertionError: registers"));
        assertTrue(messages.get(2).contains("NullGiving.decode failed: java.lang.NullPointerException"));
        assertTrue(messages.get(3).endsWith("NullGiving.registers failed: java.lang.StackOverflowError"));
        assertEquals("org.xstate.layout.image", image.failures().getFirst().where());
    }

    @Test
    void componentsThatNobodyDescribesHaveAStateToo() {
        DecodedImage image = new ImageDecoder(FeatureCatalog.of(List.of()))
                .decode(resolve(2432, 0x204, AreaFormat.XSAVE, true));
        assertEquals(
                List.of(State.INIT, State.INIT, State.IN_USE, State.INIT, State.INIT, State.INIT,
                        State.ABSENT),
                image.components().stream().map(DecodedImage.Component::state).toList());
        assertEquals("component 2", image.components().get(2).name());
    }

    private static ComponentView view(XsaveLayout layout, int number, long xstateBv) {
        MemorySegment area = MemorySegment.ofArray(new byte[layout.size()]);
        area.set(XsaveImage.LE64, XsaveImage.XSTATE_BV, xstateBv);
        area.set(XsaveImage.LE64, XsaveImage.MXCSR, 0x2ffff_00009fc5L);
        return ImageComponent.of(XsaveImage.of(area, layout), CATALOG, number, true).orElseThrow();
    }

    @Test
    void viewsAreReadOnlyAndShowInitBytesWhereTheBitIsClear() {
        XsaveLayout layout = XsaveLayout.standard(cpu("zen3"), mask(0x207));
        for (long xstateBv : new long[]{0, 7}) {
            ComponentView view = view(layout, 2, xstateBv);
            assertEquals(256, view.bytes().byteSize());
            assertThrows(RuntimeException.class, () -> view.bytes().set(ValueLayout.JAVA_BYTE, 0, (byte) 1));
        }
        assertEquals(0x37f, view(layout, 0, 0).unsigned(0, 2));
        assertEquals(0, view(layout, 0, 1).unsigned(0, 2));
        assertEquals(0x9fc5, view(layout, 0, 1).unsigned(24, 4));
        assertTrue(view(layout, 2, 7).other(9).isPresent());
        assertTrue(view(layout, 2, 7).other(5).isEmpty());
        assertTrue(view(layout, 2, 7).mode64());
        assertEquals("AVX", view(layout, 2, 7).descriptor().name());
    }

    @Test
    void mxcsrCountsInTheStandardFormatWhateverXstateBvSays() {
        XsaveLayout standard = XsaveLayout.standard(cpu("zen3"), mask(7));
        XsaveLayout compacted = XsaveLayout.compacted(cpu("zen3"), mask(7));
        assertEquals(0x2ffff_00009fc5L, view(standard, 1, 0).mxcsrAndMask());
        assertEquals(0x2ffff_00009fc5L, view(compacted, 1, 2).mxcsrAndMask());
        assertEquals(0x1f80, view(compacted, 1, 4).mxcsrAndMask());
    }
}
