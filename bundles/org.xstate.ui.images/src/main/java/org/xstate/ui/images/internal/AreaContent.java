package org.xstate.ui.images.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.OptionalLong;

import org.xstate.analysis.image.ImageFile;
import org.xstate.analysis.image.ImageMap;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.ui.images.internal.hex.HexBand;
import org.xstate.ui.images.internal.hex.HexContent;

/** The bytes of an image where they are; those that are not saved stand out. */
record AreaContent(MemorySegment area, OptionalLong place, ImageFile file) implements HexContent {

    private static final Ink HOLE = Ink.BACKGROUND;
    private static final Ink FIXED = new Ink(0xe4e7eb, 0x353b44);

    @Override
    public int size() {
        return (int) Math.min(area.byteSize(), Integer.MAX_VALUE);
    }

    @Override
    public byte at(int offset) {
        return area.get(ValueLayout.JAVA_BYTE, offset);
    }

    @Override
    public boolean isMarked(int offset) {
        return place.isPresent() && file.isChanged(place.getAsLong() + offset);
    }

    /** A band for each part, coloured as the area is in every other picture of it. */
    static List<HexBand> bands(ImageMap map) {
        return map.parts().stream().filter(part -> part.span().isPresent()).map(part -> {
            Span span = part.span().orElseThrow();
            return new HexBand(span, ink(map, part),
                    (part.symbol().isEmpty() ? "" : part.symbol() + " ") + part.name(),
                    part.kind() == ImageMap.Kind.HOLE || part.kind() == ImageMap.Kind.REST);
        }).toList();
    }

    private static Ink ink(ImageMap map, ImageMap.Part part) {
        return switch (part.kind()) {
            case HOLE, REST -> HOLE;
            case HEADER, SOFTWARE -> FIXED;
            case COMPONENT -> {
                List<ImageMap.Part> components = map.parts().stream()
                        .filter(one -> one.component().isPresent() && one.span().isPresent())
                        .sorted(java.util.Comparator.comparingInt(one -> one.span().orElseThrow().offset()))
                        .toList();
                AreaMap.Shade shade = AreaMap.shade(components.indexOf(part));
                yield new Ink(half(shade.light(), Ink.BACKGROUND.light()),
                        half(shade.dark(), Ink.BACKGROUND.dark()));
            }
        };
    }

    /** Text has to be read on it: between the colour of the part and the background. */
    private static int half(int colour, int background) {
        return (colour >> 1 & 0x7f7f7f) + (background >> 1 & 0x7f7f7f);
    }
}
