package org.xstate.analysis.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.convert.FieldSetting;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.ResolvedImage;
import org.xstate.layout.image.XsaveImage;

/**
 * Carries out changes of one image where it lies. Nothing moves: what would need another layout is refused, with the
 * advice to convert. The result may be an image that no restore takes, to test one; lint tells.
 */
public final class ImageEdits {

    /** What became of a change. */
    public sealed interface Outcome {
        /** @param patches relative to the image's first byte, in order; empty if the image is so already */
        record Changed(List<Patch> patches) implements Outcome {
            public Changed {
                patches = List.copyOf(patches);
            }
        }

        /** @param reason a sentence without full stop */
        record Refused(String reason) implements Outcome {
        }
    }

    /** Why a change is impossible; ends the work on it. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final int MXCSR_INIT = 0x1f80;

    private final ResolvedImage resolved;
    private final ImageRecord record;
    private final FeatureCatalog catalog;
    /** The image as it is to be; what differs from the record's area in the end is the change. */
    private final MemorySegment work;

    private ImageEdits(ResolvedImage resolved, FeatureCatalog catalog) {
        this.resolved = resolved;
        this.record = resolved.record();
        this.catalog = catalog;
        this.work = MemorySegment.ofArray(record.area().toArray(ValueLayout.JAVA_BYTE));
    }

    /** Makes the changes, in order, all or none. */
    public static Outcome apply(ResolvedImage resolved, List<ImageEdit> edits, FeatureCatalog catalog) {
        ImageEdits work = new ImageEdits(resolved, catalog);
        try {
            for (ImageEdit edit : edits) {
                work.apply(edit);
            }
            return new Outcome.Changed(work.patches());
        } catch (Refusal refusal) {
            return new Outcome.Refused(refusal.getMessage());
        }
    }

    private void apply(ImageEdit edit) throws Refusal {
        switch (edit) {
            case ImageEdit.Bytes(int offset, byte[] bytes) -> bytes(offset, bytes);
            case ImageEdit.Field(FieldSetting setting) -> field(setting);
            case ImageEdit.InUse(int component) -> inUse(component);
            case ImageEdit.NotInUse(int component) -> {
                image(component);
                mark(component, false);
            }
            case ImageEdit.Init(int component) -> init(component);
        }
    }

    private void bytes(int offset, byte[] bytes) throws Refusal {
        if (offset < 0 || bytes.length > work.byteSize() - offset) {
            throw new Refusal("%d bytes at %d do not lie in the image, which has %d".formatted(bytes.length,
                    offset, work.byteSize()));
        }
        MemorySegment.copy(bytes, 0, work, ValueLayout.JAVA_BYTE, offset, bytes.length);
    }

    private void field(FieldSetting setting) throws Refusal {
        if (record.format() == ImageRecord.AreaFormat.FSAVE) {
            fsave(setting);
            return;
        }
        for (FieldSetting.Piece piece : setting.pieces()) {
            Placement place = place(piece.component());
            if (piece.offset() + piece.bytes().length > place.size()) {
                throw new Refusal(
                        "%s ends at byte %d of %s, which has %d bytes here".formatted(setting.name(),
                                piece.offset() + piece.bytes().length, catalog.label(piece.component()),
                                place.size()));
            }
            if (hasHeader() && piece.marks() && !inUseNow(piece.component())) {
                // what lies there is not the component's value: the other fields keep their initial ones
                writeInit(piece.component(), place);
                mark(piece.component(), true);
            }
            if (!piece.marks()) {
                mxcsrIsStored();
            }
            bytes(place.offset() + piece.offset(), piece.bytes());
        }
    }

    /** The compacted format holds MXCSR with SSE only (SDM volume 1, section 13.8.2), so XSAVEC sets XSTATE_BV[1] for it. */
    private void mxcsrIsStored() throws Refusal {
        boolean compacted = hasHeader() && XsaveImage.xcompBv(work).has(63);
        if (compacted && !inUseNow(1)) {
            writeInit(1, place(1));
            work.set(XsaveImage.LE32, XsaveImage.MXCSR, MXCSR_INIT);
            mark(1, true);
        }
    }

    /** x87 only, and its tag word is another one. */
    private void fsave(FieldSetting setting) throws Refusal {
        List<Span> spans = FsavePlaces.of(setting.name());
        if (spans.isEmpty() || setting.name().equals("abridged_ftw")) {
            throw new Refusal("an FSAVE area has no field %s%s".formatted(setting.name(),
                    spans.isEmpty()
                            ? ""
                            : "; it holds the full tag word at byte 8: change the bytes"));
        }
        byte[] value = setting.pieces().getFirst().bytes();
        int at = 0;
        for (Span span : spans) {
            int length = Math.min(span.length(), value.length - at);
            byte[] part = java.util.Arrays.copyOfRange(value, at, at + length);
            bytes(span.offset(), part);
            at += length;
        }
        for (; at < value.length; at++) {
            if (value[at] != 0) {
                throw new Refusal("%s has %d bytes in an FSAVE area".formatted(setting.name(),
                        spans.stream().mapToInt(Span::length).sum()));
            }
        }
    }

    private void inUse(int component) throws Refusal {
        place(component);
        if (image(component).component(component).isEmpty()) {
            throw new Refusal("the image ends before %s does".formatted(catalog.label(component)));
        }
        if (XsaveImage.xcompBv(work).has(63) && component > 1 && !XsaveImage.xcompBv(work).has(component)) {
            throw new Refusal("XCOMP_BV lacks %s".formatted(catalog.label(component)));
        }
        mark(component, true);
    }

    private void init(int component) throws Refusal {
        XsaveImage image = image(component);
        mark(component, false);
        if (image.component(component).isPresent()) {
            writeInit(component, place(component));
        }
    }

    /** MXCSR lies among the bytes of component 0 and belongs to none: it stays. */
    private void writeInit(int component, Placement place) throws Refusal {
        byte[] init = catalog.hardwareInit(component, place.size());
        if (component == 0) {
            MemorySegment.copy(work, ValueLayout.JAVA_BYTE, XsaveImage.MXCSR, init, XsaveImage.MXCSR, 8);
        }
        bytes(place.offset(), init);
    }

    private boolean hasHeader() {
        return record.format() == ImageRecord.AreaFormat.XSAVE
                && work.byteSize() >= XsaveLayout.EXTENDED_OFFSET;
    }

    private boolean inUseNow(int component) {
        return XsaveImage.xstateBv(work).has(component);
    }

    private XsaveImage image(int component) throws Refusal {
        if (component < 0 || component > 62) {
            throw new Refusal("there is no component %d; they are numbered 0 to 62".formatted(component));
        }
        if (!hasHeader()) {
            throw new Refusal("a %s area has no XSTATE_BV: x87 and SSE are always in use in it".formatted(
                    record.format()));
        }
        return resolved.image().orElseThrow();
    }

    private Placement place(int component) throws Refusal {
        Optional<Placement> place = resolved.image().flatMap(image -> image.layout().placement(component))
                .filter(one -> one.offset() < work.byteSize());
        return place.orElseThrow(() -> new Refusal(
                "the image has no place for %s; xstate convert gives it one".formatted(
                        catalog.label(component))));
    }

    private void mark(int component, boolean inUse) {
        XFeatureMask bv = XsaveImage.xstateBv(work);
        work.set(XsaveImage.LE64, XsaveImage.XSTATE_BV,
                (inUse ? bv.with(component) : bv.without(component)).bits());
    }

    /** Runs of bytes that differ. */
    private List<Patch> patches() {
        List<Patch> patches = new ArrayList<>();
        MemorySegment area = record.area();
        long size = work.byteSize();
        long at = 0;
        while (at < size) {
            long skip = area.asSlice(at).mismatch(work.asSlice(at));
            if (skip < 0) {
                break;
            }
            long from = at + skip;
            long to = from + 1;
            while (to < size && area.get(ValueLayout.JAVA_BYTE, to) != work.get(ValueLayout.JAVA_BYTE, to)) {
                to++;
            }
            patches.add(new Patch(from, area.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE),
                    work.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE)));
            at = to;
        }
        return patches;
    }
}
