package org.xstate.analysis.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xstate.layout.image.XsaveImage.LE32;
import static org.xstate.layout.image.XsaveImage.LE64;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.xstate.analysis.Samples;
import org.xstate.analysis.lint.Checks;
import org.xstate.analysis.lint.Lint;
import org.xstate.api.Finding;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;

class ImageEditsTest {

    private static final String CPU = "zen3";

    @Test
    void aFieldOfAComponentInUseChangesItsBytesOnly() {
        MemorySegment area = Samples.standard(CPU, 7);
        List<Patch> patches = Images.change(area, CPU, Images.set(area, CPU, "fcw=0x27f"));
        assertEquals(List.of(new Patch(1, new byte[]{3}, new byte[]{2})), patches);
    }

    @Test
    void aFieldOfAnInitialComponentBringsItIntoUseWithoutItsStaleBytes() {
        MemorySegment area = Samples.standard(CPU, 3);
        area.set(ValueLayout.JAVA_BYTE, 600, (byte) 0xaa);
        Images.change(area, CPU, Images.set(area, CPU, "ymm0=1"));
        assertEquals(7, area.get(LE64, 512));
        assertEquals(0, area.get(ValueLayout.JAVA_BYTE, 600), "no register may get what nobody loaded");
        assertEquals(1, area.get(ValueLayout.JAVA_BYTE, 160));
    }

    @Test
    void mxcsrOfACompactedImageBringsSseIntoUseAsXsavecDoes() {
        MemorySegment area = Samples.compacted(CPU, 7, 4);
        area.set(LE32, 24, 0);
        area.set(ValueLayout.JAVA_BYTE, 160, (byte) 0xaa);
        Images.change(area, CPU, Images.set(area, CPU, "mxcsr=0x1fbf"));
        assertEquals(6, area.get(LE64, 512));
        assertEquals(0x1fbf, area.get(LE32, 24));
        assertEquals(0, area.get(ValueLayout.JAVA_BYTE, 160));
    }

    @Test
    void aBitIsSetOrClearedAloneAndInitWritesTheBytesToo() {
        MemorySegment area = Samples.standard(CPU, 7);
        area.set(ValueLayout.JAVA_BYTE, 700, (byte) 1);
        assertEquals(List.of(512L), offsets(Images.change(area, CPU, new ImageEdit.NotInUse(2))));
        assertEquals(List.of(512L), offsets(Images.change(area, CPU, new ImageEdit.InUse(2))));
        assertEquals(List.of(512L, 700L), offsets(Images.change(area, CPU, new ImageEdit.Init(2))));
    }

    private static List<Long> offsets(List<Patch> patches) {
        return patches.stream().map(Patch::offset).toList();
    }

    @Test
    void x87MadeInitialKeepsMxcsr() {
        MemorySegment area = Samples.standard(CPU, 7);
        area.set(LE32, 24, 0x1fbf);
        area.set(ValueLayout.JAVA_BYTE, 40, (byte) 1);
        Images.change(area, CPU, new ImageEdit.Init(0));
        assertEquals(0x1fbf, area.get(LE32, 24));
        assertEquals(0, area.get(ValueLayout.JAVA_BYTE, 40));
        assertEquals(6, area.get(LE64, 512));
    }

    @Test
    void whatHasNoPlaceIsRefusedAndNothingChanges() {
        MemorySegment area = Samples.standard(CPU, 7);
        assertTrue(
                Images.refusal(area, CPU, new ImageEdit.InUse(17)).startsWith("the image has no place for"));
        assertTrue(Images.refusal(area, CPU, new ImageEdit.Bytes((int) area.byteSize() - 1, new byte[2]))
                .contains("do not lie in the image"));
        assertTrue(Images.refusal(Samples.compacted(CPU, 3, 3), CPU, new ImageEdit.InUse(2))
                .startsWith("the image has no place for AVX"));
    }

    @Test
    void theHeaderIsSetByItsFields() {
        MemorySegment area = Samples.standard(CPU, 7);
        Images.change(area, CPU, Images.set(area, CPU, "xstate_bv=0x203"));
        assertEquals(0x203, area.get(LE64, 512));
    }

    @Test
    void aValueThatDoesNotFitIsNamedWithItsBits() {
        MemorySegment area = Samples.standard(CPU, 7);
        assertEquals(
                new EditText.Parsed.Invalid(
                        "'xstate_bv=0x10000000000000000': the value has 65 bits, xstate_bv "
                                + "has 64"),
                new EditText(Samples.CATALOG).parse(Images.map(area, CPU), "xstate_bv=0x10000000000000000"));
        assertEquals(new EditText.Parsed.Invalid("'xstate_bv=now': the value is no number; write decimal, or "
                + "hexadecimal with 0x"),
                new EditText(Samples.CATALOG).parse(Images.map(area, CPU), "xstate_bv=now"));
    }

    /** A fix has to do away with what it is for, and bring nothing new of that severity. */
    @Test
    void everyFixEndsItsFinding() {
        MemorySegment area = Samples.standard(CPU, 7);
        area.set(LE32, 24, 0x0100_1f80);
        area.set(ValueLayout.JAVA_BYTE, 530, (byte) 1);
        area.set(ValueLayout.JAVA_BYTE, 420, (byte) 1);
        area.set(LE64, 512, 3);
        area.set(ValueLayout.JAVA_BYTE, 600, (byte) 1);
        List<Finding> found = findings(area);
        assertEquals(List.of("header-reserved-bytes", "in-use-with-init-bytes", "init-with-other-bytes",
                "legacy-reserved-bytes",
                "mxcsr-reserved-bits"), found.stream().map(Finding::id).sorted().distinct().toList());
        int fixed = 0;
        for (Finding finding : found) {
            Optional<FindingFix> fix = FindingFix.of(finding, Images.map(area, CPU), Samples.CATALOG);
            if (fix.isPresent()) {
                fixed++;
                Images.change(area, CPU, fix.get().edits().toArray(ImageEdit[]::new));
            }
        }
        assertEquals(4, fixed);
        // no defect: whether a processor sets the bit depends on how it tracks the component
        assertEquals(List.of("in-use-with-init-bytes"), findings(area).stream().map(Finding::id).toList());
    }

    private static List<Finding> findings(MemorySegment area) {
        return new Lint(Checks.load(ImageEditsTest.class.getClassLoader()).checks(), Samples.CATALOG,
                Optional.empty()).check("image", Samples.resolve(area, CPU)).stream()
                .collect(Collectors.toList());
    }

    @Test
    void anFxsaveAreaHasNoBitsToSet() {
        MemorySegment area = MemorySegment.ofArray(new byte[512]);
        ImageRecord record = new ImageRecord(java.util.OptionalLong.empty(), "image", area,
                ImageRecord.AreaFormat.FXSAVE, XFeatureMask.NONE, List.of(), true, List.of(), List.of());
        var resolved = Images.decoded(record, CPU).resolved();
        assertTrue(ImageEdits.apply(resolved, List.of(new ImageEdit.Init(0)),
                Samples.CATALOG) instanceof ImageEdits.Outcome.Refused(String reason)
                && reason.contains("no XSTATE_BV"));
    }

    @Test
    void changesAreTextAndBack() {
        List<Patch> patches = List.of(new Patch(24, new byte[]{0, 1}, new byte[]{(byte) 0x80, 0x1f}),
                new Patch(0x1_0000_0000L, new byte[]{1}, new byte[]{2}));
        String text = PatchText.write(patches);
        assertEquals("xstate/patches/1\n18 0001 801f\n100000000 01 02\n", text);
        assertEquals(patches, PatchText.read(text).orElseThrow());
        assertTrue(PatchText.read("xstate/patches/1\n18 00 801f\n").isEmpty());
        assertTrue(PatchText.read("something else").isEmpty());
        assertArrayEquals(new byte[]{0, 1}, patches.getFirst().before());
    }
}
