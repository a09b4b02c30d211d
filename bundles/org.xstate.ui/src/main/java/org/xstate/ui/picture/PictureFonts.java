package org.xstate.ui.picture;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.xstate.analysis.picture.Shape;

/** The fonts that SVG viewers would take too: the first of a list that the system has. Heights do not follow its settings. */
final class PictureFonts {

    /** Those of {@link org.xstate.analysis.picture.PictureSvg}, whose letters are about equally wide. */
    private static final List<String> SANS = List.of("DejaVu Sans", "Verdana", "Sans");
    private static final List<String> FIXED = List.of("DejaVu Sans Mono", "Menlo", "Consolas", "Monospace");
    private static final double POINTS_PER_INCH = 72;
    /** Texts whose widths are kept: more than a window shows. */
    private static final int MOST_WIDTHS = 10_000;

    private final Device device;
    private final int times;
    private final Map<Shape.Face, Font> fonts = new EnumMap<>(Shape.Face.class);
    private final Map<Shape.Face, Integer> ascents = new EnumMap<>(Shape.Face.class);
    private final Map<Shape.Face, Map<String, Integer>> widths = new EnumMap<>(Shape.Face.class);

    /** @param times how many dots a unit is */
    PictureFonts(Device device, int times) {
        this.device = device;
        this.times = times;
    }

    void dispose() {
        fonts.values().forEach(Font::dispose);
        fonts.clear();
    }

    /** Height in units. */
    static int size(Shape.Face face) {
        return switch (face) {
            case PLAIN, BOLD -> 12;
            case SMALL -> 10;
            case FIXED -> 11;
            case TITLE -> 16;
        };
    }

    Font font(Shape.Face face) {
        return fonts.computeIfAbsent(face, one -> switch (one) {
            case PLAIN, SMALL -> made(SANS, one, SWT.NORMAL);
            case BOLD, TITLE -> made(SANS, one, SWT.BOLD);
            case FIXED -> made(FIXED, one, SWT.NORMAL);
        });
    }

    /** From the upper edge of a text to its base line, in dots; the GC has the font. */
    int ascent(GC gc, Shape.Face face) {
        return ascents.computeIfAbsent(face, one -> {
            FontMetrics metrics = gc.getFontMetrics();
            return metrics.getAscent() + metrics.getLeading();
        });
    }

    /** Width of a text, in dots; the GC has the font. Kept, since asking takes as long as drawing does. */
    int width(GC gc, Shape.Face face, String text) {
        Map<String, Integer> known = widths.computeIfAbsent(face, _ -> new HashMap<>());
        if (known.size() >= MOST_WIDTHS) {
            known.clear();
        }
        return known.computeIfAbsent(text, one -> gc.textExtent(one, 0).x);
    }

    private Font made(List<String> names, Shape.Face face, int style) {
        String name = names.stream().filter(one -> device.getFontList(one, true).length > 0).findFirst()
                .orElse(names.getLast());
        FontData data = new FontData(name, 1, style);
        // the only way to a height that is no whole number of typographic points
        data.height = (float) (size(face) * times * POINTS_PER_INCH / device.getDPI().y);
        return new Font(device, data);
    }
}
