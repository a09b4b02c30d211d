package org.xstate.analysis.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.analysis.decode.DecodedThread;
import org.xstate.api.ComponentView;
import org.xstate.api.DecodedField;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FieldDescriptor;
import org.xstate.api.ImageRecord;
import org.xstate.api.XFeatureMask;
import org.xstate.layout.Hole;
import org.xstate.layout.Placement;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.image.DecodedImage;
import org.xstate.layout.image.XsaveImage;

/** Finds out what each byte of a decoded image is. */
public final class ImageMapper {

    /** Bytes of the legacy region that registers lie in (SDM volume 1, section 10.5.1). */
    private static final int REGISTERS_END = 416;

    private final DecodedThread thread;
    private final ImageRecord record;
    private final FeatureCatalog catalog;
    private final int size;
    private final List<ImageMap.Part> parts = new ArrayList<>();

    private ImageMapper(DecodedThread thread, FeatureCatalog catalog) {
        this.thread = thread;
        this.record = thread.resolved().record();
        this.catalog = catalog;
        this.size = (int) Math.min(record.area().byteSize(), Integer.MAX_VALUE);
    }

    /** The map of an image; without parts if not even its legacy region can be read. */
    public static ImageMap map(DecodedThread thread, FeatureCatalog catalog) {
        return new ImageMapper(thread, catalog).run();
    }

    private ImageMap run() {
        thread.resolved().image().ifPresent(image -> {
            thread.decoded().components().forEach(component -> parts.add(component(component, image)));
            if (record.format() != ImageRecord.AreaFormat.FSAVE) {
                software();
            }
            if (hasHeader()) {
                header();
                image.layout().holes().forEach(this::hole);
                rest(image.layout().size());
            } else if (record.format() == ImageRecord.AreaFormat.FSAVE) {
                rest(FsavePlaces.SIZE);
            }
        });
        return new ImageMap(size, parts);
    }

    private boolean hasHeader() {
        return record.format() == ImageRecord.AreaFormat.XSAVE && size >= XsaveLayout.EXTENDED_OFFSET;
    }

    private ImageMap.Part component(DecodedImage.Component component, XsaveImage image) {
        int number = component.number();
        Optional<Span> span = span(number, image);
        int stale = hasHeader() && !image.inUse(number) ? stale(number, image) : 0;
        boolean whole = image.component(number).isPresent();
        ImageMap.Mark mark = image.inUse(number)
                ? component.state() == ComponentView.State.ABSENT
                        ? ImageMap.Mark.MISSING
                        : ImageMap.Mark.IN_USE
                : !whole ? ImageMap.Mark.NO_BYTES : stale > 0 ? ImageMap.Mark.STALE : ImageMap.Mark.INIT;
        List<ImageMap.Field> fields = component.fields().stream()
                .map(field -> new ImageMap.Field(field, places(number, field, image))).toList();
        return new ImageMap.Part(ImageMap.Kind.COMPONENT, OptionalInt.of(number), component.name(), span,
                mark, stale, fields);
    }

    private Optional<Span> span(int number, XsaveImage image) {
        if (record.format() == ImageRecord.AreaFormat.FSAVE) {
            return Optional.of(new Span(0, Math.min(size, FsavePlaces.SIZE)));
        }
        return image.layout().placement(number).flatMap(place -> within(place.offset(), place.size()));
    }

    /** As many of the bytes as the image has. */
    private Optional<Span> within(int offset, int length) {
        int there = Math.min(length, size - offset);
        return there > 0 ? Optional.of(new Span(offset, there)) : Optional.empty();
    }

    private int stale(int number, XsaveImage image) {
        Optional<MemorySegment> bytes = image.component(number);
        if (bytes.isEmpty()) {
            return 0;
        }
        byte[] memory = bytes.get().toArray(ValueLayout.JAVA_BYTE);
        byte[] init = catalog.hardwareInit(number, memory.length);
        int different = 0;
        for (int i = 0; i < memory.length; i++) {
            boolean shared = number == 0 && i >= XsaveImage.MXCSR && i < XsaveImage.MXCSR + 8;
            different += !shared && memory[i] != init[i] ? 1 : 0;
        }
        return different;
    }

    private List<Span> places(int number, DecodedField field, XsaveImage image) {
        if (record.format() == ImageRecord.AreaFormat.FSAVE) {
            return FsavePlaces.of(field.name()).stream().filter(span -> span.end() <= size).toList();
        }
        if (number == 1 && field.name().equals("mxcsr")) {
            return List.of(new Span(XsaveImage.MXCSR, 4));
        }
        if (number == 1 && field.name().equals("mxcsr_mask")) {
            return List.of(new Span(XsaveImage.MXCSR_MASK, 4));
        }
        Optional<Placement> place = image.layout().placement(number);
        Optional<FieldDescriptor> described = catalog.descriptor(number).flatMap(d -> d.field(field.name()));
        if (place.isEmpty() || described.isEmpty()) {
            return List.of();
        }
        int offset = place.get().offset() + described.get().offset();
        return offset + described.get().width() <= size
                ? List.of(new Span(offset, described.get().width()))
                : List.of();
    }

    private void software() {
        if (size < XsaveLayout.HEADER_OFFSET) {
            return;
        }
        parts.add(new ImageMap.Part(ImageMap.Kind.SOFTWARE, OptionalInt.empty(), "reserved",
                Optional.of(new Span(REGISTERS_END, XsaveImage.SOFTWARE - REGISTERS_END)),
                ImageMap.Mark.PLAIN, 0, List.of()));
        parts.add(new ImageMap.Part(ImageMap.Kind.SOFTWARE, OptionalInt.empty(), "software",
                Optional.of(new Span(XsaveImage.SOFTWARE, XsaveLayout.HEADER_OFFSET - XsaveImage.SOFTWARE)),
                ImageMap.Mark.PLAIN, 0, new SoftwareBytes(record.area()).fields()));
    }

    private void header() {
        List<ImageMap.Field> fields = new ArrayList<>();
        fields.add(mask("xstate_bv", XsaveImage.XSTATE_BV));
        fields.add(mask("xcomp_bv", XsaveImage.XCOMP_BV));
        int reserved = XsaveImage.XCOMP_BV + 8;
        Span span = new Span(reserved, XsaveLayout.EXTENDED_OFFSET - reserved);
        fields.add(new ImageMap.Field(
                DecodedField.bytes("header_reserved", reversed(span), "0 in what a save writes"),
                List.of(span)));
        parts.add(new ImageMap.Part(ImageMap.Kind.HEADER, OptionalInt.empty(), "header",
                Optional.of(new Span(XsaveLayout.HEADER_OFFSET, XsaveLayout.HEADER_SIZE)),
                ImageMap.Mark.PLAIN, 0, fields));
    }

    private ImageMap.Field mask(String name, int offset) {
        long bits = record.area().get(XsaveImage.LE64, offset);
        XFeatureMask mask = new XFeatureMask(bits);
        List<String> words = new ArrayList<>();
        for (int number : mask.components()) {
            words.add(catalog.name(number));
        }
        if (mask.has(63)) {
            words.add("bit 63 (compacted)");
        }
        return new ImageMap.Field(DecodedField.hex(name, bits, 8, String.join(", ", words)),
                List.of(new Span(offset, 8)));
    }

    private byte[] reversed(Span span) {
        byte[] bytes = new byte[span.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = record.area().get(ValueLayout.JAVA_BYTE, span.end() - 1L - i);
        }
        return bytes;
    }

    private void hole(Hole hole) {
        within(hole.offset(), hole.size()).ifPresent(span -> parts.add(new ImageMap.Part(ImageMap.Kind.HOLE,
                OptionalInt.empty(), "hole", Optional.of(span), ImageMap.Mark.PLAIN, notZero(span),
                List.of())));
    }

    private void rest(int from) {
        if (from < size) {
            Span span = new Span(from, size - from);
            parts.add(new ImageMap.Part(ImageMap.Kind.REST, OptionalInt.empty(), "behind the layout",
                    Optional.of(span), ImageMap.Mark.PLAIN, notZero(span), List.of()));
        }
    }

    private int notZero(Span span) {
        int count = 0;
        for (int i = span.offset(); i < span.end(); i++) {
            count += record.area().get(ValueLayout.JAVA_BYTE, i) == 0 ? 0 : 1;
        }
        return count;
    }
}
