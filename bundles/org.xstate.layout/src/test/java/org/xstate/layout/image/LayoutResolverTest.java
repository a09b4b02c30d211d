package org.xstate.layout.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.Cpus.CATALOG;
import static org.xstate.layout.Cpus.counted;
import static org.xstate.layout.Cpus.cpu;
import static org.xstate.layout.Cpus.damaged;
import static org.xstate.layout.Cpus.ids;
import static org.xstate.layout.Cpus.intel;
import static org.xstate.layout.Cpus.mask;
import static org.xstate.layout.Cpus.only;
import static org.xstate.layout.Cpus.read;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.ImageRecord.AreaFormat;
import org.xstate.api.ImageRecord.LayoutEntry;
import org.xstate.api.Severity;
import org.xstate.layout.Placement;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.layout.cpu.XsaveCpu;

class LayoutResolverTest {

    private static final long COMPACTED = 1L << 63;

    private static MemorySegment area(int size, long xstateBv, long xcompBv) {
        MemorySegment area = MemorySegment.ofArray(new byte[size]);
        if (size >= 576) {
            area.set(XsaveImage.LE64, 512, xstateBv);
            area.set(XsaveImage.LE64, 520, xcompBv);
        }
        return area;
    }

    private static ImageRecord record(MemorySegment area, long features, LayoutEntry... note) {
        return new ImageRecord(OptionalLong.of(1), "thread 1", area, AreaFormat.XSAVE, mask(features),
                List.of(note),
                true, List.of(), List.of());
    }

    private static ResolvedImage inferred(ImageRecord record) {
        return new LayoutResolver(CATALOG, Optional.empty()).resolve(record);
    }

    private static ResolvedImage with(XsaveCpu cpu, ImageRecord record) {
        return new LayoutResolver(CATALOG, Optional.of(cpu)).resolve(record);
    }

    private static int offset(ResolvedImage image, int number) {
        return image.image().orElseThrow().layout().placement(number).map(Placement::offset).orElse(-1);
    }

    @ParameterizedTest(name = "mask {0} and {1} bytes: PKRU at {2}, {3}")
    @CsvSource({"0x2e7, 2440, 2432, layout-inferred", "0x2e7, 2696, 2688, layout-inferred",
        "0x2ff, 2696, 2688, layout-inferred", "0x207, 2440, 2432, layout-inferred",
        "0x207, 896, 832, layout-inferred", "0x207, 2696, 2688, layout-inferred",
        "0x602e7, 11008, 2688, layout-inferred", "0x207, 4096, 2688, layout-ambiguous"})
    void withoutCpuTheSizeTellsTheLayout(String mask, int size, int pkru, String finding) {
        ResolvedImage image = inferred(record(area(size, 7, 0), Long.decode(mask)));
        assertEquals(List.of(finding), ids(image.findings()));
        assertEquals(pkru, offset(image, 9));
        assertEquals(ResolvedImage.Origin.INFERRED, image.origin());
    }

    /** A KVM buffer is larger than any layout: only the bytes of PKRU tell Zen 2, Zen 3 and Intel apart. */
    @ParameterizedTest(name = "PKRU at {0}")
    @CsvSource({"832", "2432", "2688"})
    void bytesThatNoComponentTakesRuleALayoutOut(int pkru) {
        MemorySegment area = area(4096, 0x207, 0);
        area.set(ValueLayout.JAVA_INT_UNALIGNED, pkru, 0x55555554);
        ResolvedImage image = inferred(record(area, 0x207));
        assertEquals(pkru, offset(image, 9));
        assertEquals(List.of("layout-inferred"), ids(image.findings()));
    }

    /** Sizes and offsets of the two vendors: 2,688 is 1,664 + 1,024 on Intel, AMD ends at 1,408 + 1,024. */
    @ParameterizedTest(name = "mask {1} and {2} bytes on {0}: {3}")
    @CsvSource({"zen4, 0xe7, 2688, image-fits-another-cpu", "zen4, 0x2e7, 2696, image-fits-another-cpu",
        "icelake, 0x2e7, 2440, image-fits-another-cpu", "zen4, 0x2e7, 2440,", "icelake, 0xe7, 2688,",
        "zen4, 0x2e7, 4096,", "zen4, 0x7, 832,"})
    void aSizeThatIsAnotherCpusTellsThatTheWrongOneWasNamed(String profile, String mask, int size,
            String finding) {
        XsaveCpu given = CpuProfiles.find(profile).orElseThrow().read(CATALOG).cpu().orElseThrow();
        ResolvedImage image = with(given, record(area(size, 7, 0), Long.decode(mask)));
        List<String> ids = ids(image.findings()).stream().filter(id -> !id.equals("image-truncated")
                && !id.equals("image-short")).toList();
        assertEquals(finding == null ? List.of() : List.of(finding), ids);
    }

    @Test
    void avxLiesWhereItLiesEverywhere() {
        ResolvedImage image = inferred(record(area(832, 7, 0), 7));
        assertEquals(List.of(), image.findings());
        assertEquals(576, offset(image, 2));
        assertEquals(List.of(), inferred(record(area(832, 4, 0), 0)).findings());
        assertEquals(576, offset(inferred(record(area(4096, 4, 0), 0)), 2));
    }

    @Test
    void anInferredLayoutThatFitsBadlySaysSo() {
        assertTrue(only("layout-inferred", inferred(record(area(4096, 7, 0), 0x602e7)).findings()).message()
                .endsWith("sapphirerapids, graniterapids, apx; the size is not exactly its own"));
        assertFalse(only("layout-inferred", inferred(record(area(11008, 7, 0), 0x602e7)).findings()).message()
                .contains("not exactly"));
    }

    @Test
    void oneStrangeBitDoesNotCostTheOthersTheirPlaces() {
        ResolvedImage image = inferred(record(area(2440, 1L << 40 | 0x2e7, 0), 0x2e7));
        assertEquals(Map.of("layout-unknown", 1L, "layout-inferred", 1L), counted(image.findings()));
        assertTrue(only("layout-unknown", image.findings()).message().contains("0x10000000000"));
        assertEquals(2432, offset(image, 9));
        assertEquals(896, offset(image, 6));
    }

    @Test
    void supervisorBitsInAStandardImageAreReportedAndLeftOut() {
        ResolvedImage image = inferred(record(area(832, 0x1807, 0), 7));
        assertEquals(Map.of("supervisor-in-standard-image", 1L), counted(image.findings()));
        assertTrue(image.findings().getFirst().message().contains("0x1800"));
        assertEquals(576, offset(image, 2));
        ResolvedImage given = with(cpu("zen3"), record(area(2440, 0x1807, 0), 0x207));
        assertEquals(Map.of("supervisor-in-standard-image", 1L), counted(given.findings()));
        ResolvedImage note = inferred(record(area(832, 0x1807, 0), 7, new LayoutEntry(2, 256, 576, 0)));
        assertEquals(Map.of("supervisor-in-standard-image", 1L), counted(note.findings()));
    }

    @Test
    void bit63OfMasksIsNoComponent() {
        ResolvedImage image = inferred(record(area(832, 7 | COMPACTED, 0), 7 | COMPACTED));
        assertEquals(List.of(), image.findings());
        assertEquals(7, image.image().orElseThrow().layout().mask().bits());
    }

    @Test
    void componentsThatNoCpuCombinesLeaveOnlyTheLegacyRegion() {
        ResolvedImage image = inferred(record(area(4096, 7, 0), 1L << 62 | 0x2e7));
        assertEquals(List.of("layout-unknown"), ids(image.findings()));
        assertEquals(ResolvedImage.Origin.UNKNOWN, image.origin());
        assertEquals(-1, offset(image, 2));
        assertEquals(160, offset(image, 1));
    }

    @Test
    void theGivenCpuTellsTheLayout() {
        ResolvedImage image = with(cpu("zen4"), record(area(2440, 7, 0), 0x2e7));
        assertEquals(List.of(), image.findings());
        assertEquals(ResolvedImage.Origin.CPU, image.origin());
        assertEquals(896, offset(image, 6));
        assertEquals(-1, offset(with(cpu("zen4"), record(area(2440, 7, 0), 0x207)), 6));
        assertEquals(896, offset(with(cpu("zen4"), record(area(2440, 7, 0), 0)), 6));
    }

    @Test
    void whatTheGivenCpuLacksIsAnError() {
        ResolvedImage image = with(cpu("zen3"), record(area(2440, 7, 0), 0x2e7));
        assertTrue(
                only("image-not-of-this-cpu", image.findings()).message().startsWith("the image has 0xe0"));
        assertEquals(2432, offset(image, 9));
        assertEquals(List.of("image-not-of-this-cpu"),
                ids(with(cpu("zen3"), record(area(2440, 0x27, 0), 0)).findings()));
    }

    @Test
    void whatTheGivenCpuDoesNotDescribeIsAnError() {
        XsaveCpu partial = read(
                intel().put(0xd, 0, 0x207, 832, 2440, 0).put(0xd, 1, 0, 0, 0, 0).put(0xd, 2, 256, 576,
                        0, 0))
                .cpu().orElseThrow();
        ResolvedImage image = with(partial, record(area(2440, 7, 0), 0x207));
        assertTrue(only("layout-unknown", image.findings()).message().contains("0x200"));
        assertEquals(576, offset(image, 2));
    }

    @Test
    void aShortAreaMattersOnlyForWhatIsInUse() {
        assertEquals(Severity.NOTE,
                only("image-short", with(cpu("zen3"), record(area(832, 7, 0), 0)).findings()).severity());
        ResolvedImage cut = with(cpu("zen3"), record(area(2439, 0x207, 0), 0x207));
        assertEquals(Severity.WARNING, only("image-truncated", cut.findings()).severity());
        assertTrue(cut.image().orElseThrow().component(9).isEmpty());
        assertEquals(List.of(), with(cpu("zen3"), record(area(2440, 0x207, 0), 0x207)).findings());
    }

    @Test
    void theNoteOfTheCoreIsBelieved() {
        ResolvedImage image = with(cpu("zen3"),
                record(area(896, 0x207, 0), 0x207, new LayoutEntry(2, 256, 576, 0),
                        new LayoutEntry(9, 64, 832, 0)));
        assertEquals(ResolvedImage.Origin.NOTE, image.origin());
        assertEquals(832, offset(image, 9));
        assertTrue(only("layout-note-differs-from-cpuid", image.findings()).message()
                .startsWith(
                        "PKRU: NT_X86_XSAVE_LAYOUT says offset 832 and 64 bytes, the given CPU offset 2432 and 8 bytes"));
        assertEquals(List.of(), inferred(record(area(896, 0x207, 0), 0x207, new LayoutEntry(2, 256, 576, 0),
                new LayoutEntry(9, 64, 832, 0))).findings());
    }

    @Test
    void aNoteWithAComponentThatTheCpuLacksIsOfAnotherCpu() {
        ResolvedImage image = with(cpu("zen3"), record(area(1024, 7, 0), 7, new LayoutEntry(2, 256, 576, 0),
                new LayoutEntry(5, 64, 832, 0)));
        assertTrue(only("layout-note-differs-from-cpuid", image.findings()).message()
                .contains("does not describe it"));
        assertEquals(List.of("layout-note-differs-from-cpuid"), ids(with(cpu("zen3"),
                record(area(1024, 7, 0), 7, new LayoutEntry(2, 256, 640, 0))).findings()));
        assertEquals(List.of("layout-note-differs-from-cpuid", "image-short"), ids(with(cpu("zen3"),
                record(area(832, 3, 0), 3, new LayoutEntry(2, 512, 576, 0))).findings()));
    }

    @ParameterizedTest(name = "type {0}, {1} bytes at {2}: {3}")
    @CsvSource({"0, 160, 576, components 2 to 62", "63, 8, 576, components 2 to 62",
        "-1, 8, 576, components 2 to 62", "9, 0, 900, no component lies there",
        "9, -1, 900, no component lies there",
        "9, 8, 575, no component lies there", "9, 8, -8, no component lies there",
        "9, 65537, 900, no component lies there", "2, 256, 900, an earlier entry has the same component",
        "9, 8, 831, AVX already lies at 576 to 831", "9, 64, 576, AVX already lies at 576 to 831"})
    void impossibleEntriesOfANoteAreLeftOut(int type, int size, int offset, String reason) {
        ResolvedImage image = inferred(record(area(832, 7, 0), 7, new LayoutEntry(2, 256, 576, 0),
                new LayoutEntry(type, size, offset, 0)));
        assertTrue(only("layout-note-invalid", image.findings()).message().contains(reason),
                image.findings().toString());
        assertEquals(ResolvedImage.Origin.NOTE, image.origin());
        assertEquals(576, offset(image, 2));
    }

    @Test
    void anEntryDirectlyBehindOrBeforeAnotherIsGood() {
        assertEquals(List.of(), inferred(record(area(1024, 7, 0), 7, new LayoutEntry(5, 64, 832, 0),
                new LayoutEntry(2, 256, 576, 0), new LayoutEntry(6, 64, 896, 0))).findings());
        assertEquals(List.of(),
                inferred(record(area(832, 7, 0), 7, new LayoutEntry(62, 256, 576, 0),
                        new LayoutEntry(2, 1, 900, 0)))
                        .findings().stream().filter(f -> f.id().equals("layout-note-invalid")).toList());
    }

    @Test
    void aNoteWithoutAnyGoodEntryIsNoNote() {
        ResolvedImage image = inferred(record(area(2440, 7, 0), 0x2e7, new LayoutEntry(2, 0, 0, 0)));
        assertEquals(List.of("layout-note-invalid", "layout-inferred"), ids(image.findings()));
        assertEquals(896, offset(image, 6));
    }

    @Test
    void stateInUseThatTheNoteForgetsIsAnError() {
        ResolvedImage image = inferred(record(area(2440, 0x207, 0), 0x207, new LayoutEntry(2, 256, 576, 0)));
        assertTrue(only("layout-note-incomplete", image.findings()).message().contains("0x200"));
    }

    @Test
    void aNoteBeyondTheAreaIsTruncated() {
        ResolvedImage image = inferred(record(area(832, 0x207, 0), 0x207, new LayoutEntry(2, 256, 576, 0),
                new LayoutEntry(9, 8, 2432, 0)));
        assertTrue(
                only("image-truncated", image.findings()).message().contains("832 bytes, its layout 2440"));
    }

    @Test
    void xcompBvOrdersACompactedImage() {
        ResolvedImage image = with(cpu("sapphirerapids"),
                record(area(10816, 7, COMPACTED | 0x602e7 | 0x5800), 0x602e7));
        assertEquals(List.of(), image.findings());
        assertEquals(ResolvedImage.Origin.COMPACTED, image.origin());
        assertEquals(2560, offset(image, 17));
        assertEquals(10816, image.image().orElseThrow().layout().size());
    }

    @Test
    void withoutCpuTheManualsSizesPlaceACompactedImage() {
        ResolvedImage image = inferred(record(area(872, 7, COMPACTED | 0x1807), 7));
        assertTrue(only("layout-from-manual", image.findings()).message().startsWith("no CPU was given"));
        assertEquals(832, offset(image, 11));
        assertEquals(848, offset(image, 12));
        assertEquals(List.of(), inferred(record(area(832, 7, COMPACTED | 7), 7)).findings());
    }

    @Test
    void theGivenCpusSizesGoBeforeTheManuals() {
        ResolvedImage image = with(cpu("zen2"), record(area(960, 7, COMPACTED | 0xa07), 7));
        assertEquals(832, offset(image, 9));
        assertEquals(896, offset(image, 11));
        assertTrue(
                only("image-not-of-this-cpu", image.findings()).message().startsWith("XCOMP_BV has 0x800"));
        assertTrue(
                only("layout-from-manual", image.findings()).message().contains("does not describe 0x800"));
    }

    @Test
    void behindAComponentOfUnknownSizeNothingCanBePlaced() {
        ResolvedImage image = with(cpu("zen3"),
                record(area(4096, 7, COMPACTED | 1L << 40 | 1L << 30 | 0x1807), 7));
        assertTrue(only("layout-unknown", image.findings()).message()
                .contains("0x10040000000, whose size nobody tells: components from 30 on"));
        assertEquals(848, offset(image, 12));
        assertEquals(-1, offset(image, 40));
    }

    @Test
    void aNoteInACompactedImageIsContradictory() {
        ResolvedImage image = with(cpu("zen3"),
                record(area(832, 7, COMPACTED | 7), 7, new LayoutEntry(2, 256, 640, 0)));
        assertEquals(List.of("layout-note-for-standard"), ids(image.findings()));
        assertEquals(576, offset(image, 2));
    }

    @Test
    void legacyAreasAndAreasWithoutHeaderHaveOnlyTheLegacyRegion() {
        ResolvedImage fx = inferred(
                new ImageRecord(OptionalLong.empty(), "fx", area(512, 0, 0), AreaFormat.FXSAVE,
                        mask(0), List.of(), true, List.of(), List.of()));
        assertEquals(ResolvedImage.Origin.LEGACY, fx.origin());
        assertEquals(3, fx.image().orElseThrow().xstateBv().bits());
        assertEquals(List.of(), fx.findings());
        ResolvedImage cut = inferred(record(area(575, 0, 0), 7));
        assertTrue(only("image-truncated", cut.findings()).message()
                .contains("575 bytes end before the XSAVE header"));
        assertEquals(3, cut.image().orElseThrow().xstateBv().bits());
        ResolvedImage nothing = inferred(record(area(511, 0, 0), 7));
        assertTrue(nothing.image().isEmpty());
        assertEquals(Severity.ERROR, only("image-truncated", nothing.findings()).severity());
    }

    @Test
    void fsaveAreasBecomeX87State() {
        MemorySegment area = MemorySegment.ofArray(new byte[108]);
        area.set(XsaveImage.LE32, 0, 0xffff027f);
        area.set(XsaveImage.LE32, 4, 0xffff3800);
        // tags: physical register 7 valid (0), 6 zero (1), 5 special (2), the rest empty (3)
        area.set(XsaveImage.LE32, 8, 0xffff1bff);
        area.set(XsaveImage.LE32, 12, 0x11223344);
        area.set(XsaveImage.LE32, 16, 0x05d80023);
        area.set(XsaveImage.LE32, 20, 0x55667788);
        area.set(XsaveImage.LE32, 24, 0xffff002b);
        area.set(XsaveImage.LE64, 28, 0x8000000000000001L);
        area.set(XsaveImage.LE16, 36, (short) 0x3fff);
        area.set(XsaveImage.LE64, 98, 0xc000000000000007L);
        XsaveImage image = inferred(
                new ImageRecord(OptionalLong.empty(), "fsave", area, AreaFormat.FSAVE, mask(0),
                        List.of(), false, List.of(), List.of()))
                .image().orElseThrow();
        MemorySegment x87 = image.component(0).orElseThrow();
        assertEquals(0x27f, x87.get(XsaveImage.LE16, 0));
        assertEquals(0x3800, x87.get(XsaveImage.LE16, 2));
        assertEquals(0xe0, x87.get(XsaveImage.LE16, 4));
        assertEquals(0x5d8, x87.get(XsaveImage.LE16, 6));
        assertEquals(0x11223344, x87.get(XsaveImage.LE32, 8));
        assertEquals(0x23, x87.get(XsaveImage.LE32, 12));
        assertEquals(0x55667788, x87.get(XsaveImage.LE32, 16));
        assertEquals(0x2b, x87.get(XsaveImage.LE32, 20));
        assertEquals(0x8000000000000001L, x87.get(XsaveImage.LE64, 32));
        assertEquals(0x3fff, x87.get(XsaveImage.LE64, 40));
        assertEquals(0xc000000000000007L, x87.get(XsaveImage.LE64, 32 + 7 * 16));
        assertEquals(1, image.xstateBv().bits());
        assertTrue(inferred(
                new ImageRecord(OptionalLong.empty(), "fsave", area.asSlice(0, 107), AreaFormat.FSAVE,
                        mask(0), List.of(), false, List.of(), List.of()))
                .image().isEmpty());
    }

    @Test
    @Tag("many-inputs")
    void noImageMakesTheResolverOrTheDecoderCrash() {
        Random random = new Random(11);
        long[] odd = {0, 1, 3, 7, 0x207, 0x2e7, 0x602e7, 0x1807, -1, COMPACTED, COMPACTED | 0x602e7,
            1L << 62};
        int[] sizes = {0, 1, 107, 108, 511, 512, 575, 576, 577, 832, 2440, 4096, 11008};
        List<Optional<XsaveCpu>> cpus = List.of(Optional.empty(), Optional.of(cpu("zen3")),
                Optional.of(cpu("apx")),
                read(damaged("sapphirerapids").put(0xd, 6, -1, 3, 0, 0).put(0xd, 17, 64, 0, 1, 0)).cpu());
        List<FeatureCatalog> catalogs = List.of(CATALOG, FeatureCatalog.of(List.of()));
        for (int run = 0; run < 500; run++) {
            MemorySegment area = area(sizes[random.nextInt(sizes.length)], pick(odd, random),
                    pick(odd, random));
            LayoutEntry[] note = new LayoutEntry[random.nextInt(3)];
            for (int i = 0; i < note.length; i++) {
                note[i] = new LayoutEntry(random.nextInt(70) - 3,
                        random.nextInt(3) == 0 ? random.nextInt() : 64,
                        random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(2000), 0);
            }
            FeatureCatalog catalog = catalogs.get(run % 2);
            ResolvedImage image = new LayoutResolver(catalog, cpus.get(random.nextInt(4)))
                    .resolve(record(area, pick(odd, random), note));
            DecodedImage decoded = new ImageDecoder(catalog).decode(image);
            assertEquals(List.of(), decoded.failures());
            ImageDiff.between(image, image, catalog).ifPresent(diff -> assertTrue(diff.sameMeaning()));
        }
    }

    private static long pick(long[] from, Random random) {
        return random.nextInt(8) == 0 ? random.nextLong() : from[random.nextInt(from.length)];
    }
}
