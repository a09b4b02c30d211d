package org.xstate.analysis.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.analysis.Samples;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.XsaveLayout.Format;
import org.xstate.layout.cpu.XsaveCpu;
import org.xstate.layout.image.ImageDiff;
import org.xstate.layout.image.LayoutResolver;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

class ConversionTest {

    private static final FieldSettings FIELDS = new FieldSettings(Samples.CATALOG);

    private static ConversionRequest to(Format format, String cpu) {
        return ConversionRequest.to(format, Optional.of(Samples.cpu(cpu)));
    }

    private static ConversionRequest request(Format format, String cpu, XFeatureMask drop, boolean lossy,
            String... settings) {
        List<FieldSetting> fields = List.of(settings).stream()
                .map(text -> assertInstanceOf(FieldSettings.Parsed.Valid.class, FIELDS.parse(text)).setting())
                .toList();
        return new ConversionRequest(format, Optional.of(Samples.cpu(cpu)), Optional.empty(),
                Optional.empty(),
                fields, drop, lossy, false);
    }

    private static ConversionResult.Converted converted(ResolvedImage source, ConversionRequest request) {
        return assertInstanceOf(ConversionResult.Converted.class,
                Conversion.convert(source, request, Samples.CATALOG));
    }

    private static Set<String> refused(ResolvedImage source, ConversionRequest request) {
        return assertInstanceOf(ConversionResult.Refused.class,
                Conversion.convert(source, request, Samples.CATALOG)).findings().stream().map(Finding::id)
                .collect(Collectors.toSet());
    }

    private static ResolvedImage again(XsaveImage image, String cpu) {
        return Samples.resolve(image.area(), cpu);
    }

    private static void roundTrip(ResolvedImage source, String cpu) {
        XsaveImage compacted = converted(source, to(Format.COMPACTED, cpu)).image();
        XsaveImage standard = converted(again(compacted, cpu), to(Format.STANDARD, cpu)).image();
        ImageDiff there = ImageDiff.between(source.image().orElseThrow(), compacted, Samples.CATALOG);
        ImageDiff back = ImageDiff.between(source.image().orElseThrow(), standard, Samples.CATALOG);
        assertEquals(List.of(), there.semantic());
        assertEquals(List.of(), back.semantic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct64-threads.core", "ct64-noteonly.core", "sigframes64.bin", "setup-images.bin",
        "kvm/kvm-xsave2-setup0.bin", "kvm/kvm-xsave2-setup3.bin", "kvm/kvm-xsave2-reset.bin"})
    void recordedImagesMeanTheSameAfterTheRoundTrip(String file) {
        LayoutResolver resolver = new LayoutResolver(Samples.CATALOG, Optional.of(Samples.cpu("zen3")));
        for (ImageRecord record : Samples.read(Samples.corpus("images/" + file)).records()) {
            roundTrip(resolver.resolve(record), "zen3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zen1", "zen3", "skylake-sp", "zen4", "sapphirerapids"})
    void randomImagesMeanTheSameAfterTheRoundTrip(String cpu) {
        XsaveCpu model = Samples.cpu(cpu);
        Random random = new Random(7);
        for (int round = 0; round < 25; round++) {
            long bv = model.xcr0().bits() & random.nextLong();
            MemorySegment area = Samples.standard(cpu, bv);
            Samples.randomise(area, XsaveLayout.standard(model, model.xcr0()), bv, random);
            if (random.nextBoolean()) {
                area.set(LE32, 24, 0x1fbf);
            }
            roundTrip(Samples.resolve(area, cpu), cpu);
        }
    }

    @Test
    void anImageMovesBetweenIntelAndAmdOffsetsWithoutLoss() {
        MemorySegment area = Samples.standard("skylake-sp", 0xe7);
        XsaveCpu intel = Samples.cpu("skylake-sp");
        Samples.randomise(area, XsaveLayout.standard(intel, intel.xcr0()), 0xe7, new Random(1));
        ConversionResult.Converted moved = converted(Samples.resolve(area, "skylake-sp"),
                to(Format.STANDARD, "zen4"));
        assertTrue(moved.change().sameMeaning(), () -> moved.change().semantic().toString());
        // ZMM_Hi256 lies at 1152 on Intel and at 896 on AMD
        assertEquals(-1, area.asSlice(1152, 512).mismatch(moved.image().area().asSlice(896, 512)));
    }

    @Test
    void pkruFitsBetween8And64Bytes() {
        MemorySegment area = Samples.standard("zen2", 0x200);
        area.set(LE32, 832, 0x55555554);
        XsaveImage image = converted(Samples.resolve(area, "zen2"), to(Format.STANDARD, "zen3")).image();
        assertEquals(0x55555554, image.area().get(LE32, 2432));
        area.set(LE32, 840, 1);
        assertEquals(Set.of("convert-component-cut"),
                refused(Samples.resolve(area, "zen2"), to(Format.STANDARD, "zen3")));
    }

    @Test
    void stateWithoutAPlaceStopsTheConversion() {
        MemorySegment area = Samples.standard("zen4", 0xe7);
        XsaveCpu cpu = Samples.cpu("zen4");
        Samples.randomise(area, XsaveLayout.standard(cpu, cpu.xcr0()), 0xe7, new Random(1));
        ResolvedImage source = Samples.resolve(area, "zen4");
        assertEquals(Set.of("convert-component-lost"), refused(source, to(Format.STANDARD, "zen3")));
        assertEquals(Set.of("convert-component-lost"), refused(source, to(Format.COMPACTED, "zen3")));
        XsaveImage dropped = converted(source,
                request(Format.STANDARD, "zen3", XFeatureMask.of(5, 6, 7), false)).image();
        assertEquals(7, dropped.xstateBv().bits());
        assertEquals(7, converted(source, request(Format.STANDARD, "zen3", XFeatureMask.NONE, true)).image()
                .xstateBv().bits());
    }

    @Test
    void initialComponentsLoseNothing() {
        MemorySegment area = Samples.standard("zen4", 0xe0); // in use by XSTATE_BV, with initial bytes
        assertEquals(0, converted(Samples.resolve(area, "zen4"), to(Format.STANDARD, "zen3")).image()
                .xstateBv().bits());
    }

    @Test
    void supervisorStateHasNoPlaceInAStandardImage() {
        MemorySegment area = Samples.compacted("zen3", 0x807, 0x800);
        area.set(LE64, 832, 1);
        assertEquals(Set.of("convert-component-lost"),
                refused(Samples.resolve(area, "zen3"), to(Format.STANDARD, "zen3")));
    }

    @Test
    void mxcsrOfACompactedImageCountsWithSseInUseOnly() {
        MemorySegment area = Samples.compacted("zen3", 7, 4);
        area.set(LE32, 24, 0xdead);
        assertEquals(0x1f80,
                converted(Samples.resolve(area, "zen3"), to(Format.STANDARD, "zen3")).image().mxcsr());
    }

    @Test
    void mxcsrOfAStandardImageMarksSseInTheCompactedOne() {
        MemorySegment area = Samples.standard("zen3", 4);
        area.set(LE32, 24, 0x1fa0);
        XsaveImage image = converted(Samples.resolve(area, "zen3"), to(Format.COMPACTED, "zen3")).image();
        assertEquals(6, image.xstateBv().bits());
        assertEquals(0x1fa0, image.mxcsr());
    }

    @Test
    void bitsOfMxcsrThatTheTargetReservesStopTheConversion() {
        MemorySegment area = Samples.standard("zen3", 3);
        area.set(LE32, 24, 0x21f80);
        ResolvedImage source = Samples.resolve(area, "zen3");
        assertEquals(Set.of("convert-mxcsr-reserved"), refused(source, to(Format.STANDARD, "skylake")));
        assertEquals(0x1f80, converted(source, request(Format.STANDARD, "skylake", XFeatureMask.NONE, false,
                "mxcsr=0x1f80")).image().mxcsr());
    }

    @Test
    void aWholeRegisterIsWrittenIntoAllItsComponents() {
        ResolvedImage source = Samples.resolve(Samples.standard("zen4", 0), "zen4");
        String value = "0f".repeat(32) + "0e".repeat(16) + "0d".repeat(16);
        XsaveImage image = converted(source,
                request(Format.STANDARD, "zen4", XFeatureMask.NONE, false, "zmm5=" + value)).image();
        assertEquals(1 << 1 | 1 << 2 | 1 << 6, image.xstateBv().bits());
        assertEquals(0x0d0d0d0d0d0d0d0dL, image.area().get(LE64, 160 + 16 * 5 + 8));
        assertEquals(0x0e0e0e0e0e0e0e0eL, image.area().get(LE64, 576 + 16 * 5));
        assertEquals(0x0f0f0f0f0f0f0f0fL, image.area().get(LE64, 896 + 32 * 5 + 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fcw=0x27f", "st7=3fff8000000000000000", "xmm15=1", "ymm0=ff", "zmm31=1", "k7=1",
        "pkru=0x55555554", "mxcsr=8064", "tmm7=01", "palette=1", "tmm0_rows=16", "fip=0x7fff00001234"})
    void everyKindOfFieldCanBeSet(String setting) {
        ResolvedImage source = Samples.resolve(Samples.standard("sapphirerapids", 0), "sapphirerapids");
        ConversionResult.Converted result = converted(source,
                request(Format.STANDARD, "sapphirerapids", XFeatureMask.NONE, false, setting));
        assertEquals(setting.startsWith("mxcsr"), result.change().sameMeaning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mxcsr", "=1", "mxcsr=", "zmm32=1", "fcw=65536", "pkru=-1", "k1=0xg", "xmm0=zz",
        "xmm0=100000000000000000000000000000000"})
    void nonsenseIsRefusedWithAReason(String setting) {
        assertInstanceOf(FieldSettings.Parsed.Invalid.class, FIELDS.parse(setting));
    }

    @Test
    void aFieldWithoutAPlaceIsRefused() {
        assertEquals(Set.of("convert-field-without-place"),
                refused(Samples.resolve(Samples.standard("zen3", 0), "zen3"),
                        request(Format.STANDARD, "zen3", XFeatureMask.NONE, false, "k1=1")));
    }

    @Test
    void standardOffsetsAreNeverGuessed() {
        assertEquals(Set.of("convert-cpu-needed"),
                refused(Samples.resolve(Samples.compacted("zen3", 7, 7), "zen3"),
                        ConversionRequest.to(Format.STANDARD, Optional.empty())));
    }

    @Test
    void aCpuWithoutXsavecGetsNoCompactedImage() {
        assertEquals(Set.of("convert-no-xsavec"),
                refused(Samples.resolve(Samples.standard("haswell", 7), "haswell"),
                        to(Format.COMPACTED, "haswell")));
    }

    @Test
    void theSizesOfSapphireRapidsAreThoseOfTheManual() {
        ResolvedImage source = Samples.resolve(Samples.standard("sapphirerapids", 0x60000), "sapphirerapids");
        ConversionRequest request = new ConversionRequest(Format.COMPACTED,
                Optional.of(Samples.cpu("sapphirerapids")), Optional.of(new XFeatureMask(0x602e7)),
                Optional.of(new XFeatureMask(0x5800)), List.of(), XFeatureMask.NONE, false, false);
        assertEquals(10816, converted(source, request).image().layout().size());
        assertEquals(11008, converted(source, to(Format.STANDARD, "sapphirerapids")).image().layout().size());
    }
}
