package org.xstate.analysis.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.xstate.analysis.decode.DecodedThread;
import org.xstate.analysis.json.DecodeJson;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.api.FeatureCatalog;

/**
 * An image to scale, one row for each 64-byte line of memory: what is in use is filled, what is initial is empty, what is
 * initial with stale bytes in memory is hatched, what is no component is crossed.
 */
public final class ImagePicture {

    private static final int ROW_BYTES = AreaMap.ROW_BYTES;
    private static final int BYTE_WIDTH = 6;
    private static final int LEFT = 64;
    private static final int RIGHT = LEFT + ROW_BYTES * BYTE_WIDTH;
    private static final int LABEL_X = RIGHT + 36;
    private static final int WIDTH = LABEL_X + 440;
    private static final int TOP = 84;
    private static final int LABEL_STEP = 20;
    /** Rows that what lies behind the layout gets at most: a buffer may be much larger than the image in it. */
    private static final int MOST_REST_ROWS = 8;
    private static final Ink FIXED = new Ink(0xe4e7eb, 0x353b44);

    private final ImageMap map;
    private final int rowHeight;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    private ImagePicture(ImageMap map) {
        this.map = map;
        int rows = rows(map);
        this.rowHeight = rows <= 20 ? 20 : rows <= 48 ? 12 : 7;
    }

    private static int rows(ImageMap map) {
        return (end(map) + ROW_BYTES - 1) / ROW_BYTES;
    }

    private static int end(ImageMap map) {
        return map.parts().stream().flatMap(part -> part.span().stream().map(span -> shown(part, span)))
                .mapToInt(Span::end).max().orElse(0);
    }

    /** As much of a part as is drawn. */
    private static Span shown(ImageMap.Part part, Span span) {
        return part.kind() == ImageMap.Kind.REST
                ? new Span(span.offset(), Math.min(span.length(), MOST_REST_ROWS * ROW_BYTES))
                : span;
    }

    /** The identifier of a part's item. */
    public static String id(ImageMap.Part part) {
        return part.component().isPresent()
                ? "component " + part.component().getAsInt()
                : part.name() + " " + part.span().map(Span::offset).orElse(0);
    }

    /** The picture of a decoded image. */
    public static Picture draw(DecodedThread thread, FeatureCatalog catalog) {
        return draw(thread, ImageMapper.map(thread, catalog));
    }

    /** The same, where the map has been made. */
    public static Picture draw(DecodedThread thread, ImageMap map) {
        return new ImagePicture(map).run(thread.resolved().record().label(),
                "%s format, %,d bytes, layout from %s".formatted(DecodeJson.format(thread),
                        thread.resolved().record().area().byteSize(), thread.resolved().origin().words()));
    }

    private Picture run(String title, String about) {
        shapes.add(new Shape.Text(LEFT, 24, title, Shape.Face.TITLE, Ink.TEXT, Shape.Anchor.START));
        shapes.add(new Shape.Text(LEFT, 44, about, Shape.Face.PLAIN, Ink.QUIET_TEXT, Shape.Anchor.START));
        legend();
        List<ImageMap.Part> placed = map.parts().stream().filter(part -> part.span().isPresent())
                .sorted(Comparator.comparingInt(part -> part.span().orElseThrow().offset())).toList();
        int colour = 0;
        int free = TOP;
        for (ImageMap.Part part : placed) {
            AreaMap.Shade shade = AreaMap.shade(colour);
            boolean component = part.kind() == ImageMap.Kind.COMPONENT;
            Ink ink = component ? new Ink(shade.light(), shade.dark()) : FIXED;
            colour += component ? 1 : 0;
            boxes(part, ink);
            free = label(part, ink, free);
        }
        List<ImageMap.Part> nowhere = map.parts().stream().filter(part -> part.span().isEmpty()).toList();
        for (ImageMap.Part part : nowhere) {
            text(LABEL_X + 16, free + 14, part.symbol() + " " + part.name() + "  " + part.state(), Ink.TEXT);
            free += LABEL_STEP;
        }
        double height = Math.max(TOP + rows(map) * rowHeight, free) + 16.0;
        return new Picture(WIDTH, height, title + ": " + about, shapes, items);
    }

    private void legend() {
        double y = 56;
        double x = LEFT;
        x = sample(x, y, FIXED, Shape.Fill.SOLID, Shape.Stroke.THIN, "\u25cf in use");
        x = sample(x, y, Ink.BACKGROUND, Shape.Fill.SOLID, Shape.Stroke.THIN, "\u25cb init");
        x = sample(x, y, FIXED, Shape.Fill.HATCHED, Shape.Stroke.THIN, "\u25d0 init, stale bytes in memory");
        sample(x, y, Ink.BACKGROUND, Shape.Fill.SOLID, Shape.Stroke.DOTTED,
                "no component;   one row is 64 bytes");
    }

    private double sample(double x, double y, Ink ink, Shape.Fill fill, Shape.Stroke stroke, String text) {
        shapes.add(new Shape.Box(x, y, 16, 12, 0, ink, fill, Ink.LINE, stroke));
        shapes.add(
                new Shape.Text(x + 22, y + 10, text, Shape.Face.SMALL, Ink.QUIET_TEXT, Shape.Anchor.START));
        return x + 40 + text.length() * 6.0;
    }

    private void boxes(ImageMap.Part part, Ink ink) {
        Span span = shown(part, part.span().orElseThrow());
        boolean nothing = part.kind() == ImageMap.Kind.HOLE || part.kind() == ImageMap.Kind.REST;
        boolean empty = nothing || part.mark() == ImageMap.Mark.INIT;
        Shape.Fill fill = part.mark() == ImageMap.Mark.STALE ? Shape.Fill.HATCHED : Shape.Fill.SOLID;
        int at = span.offset();
        int number = 0;
        while (at < span.end()) {
            int column = at % ROW_BYTES;
            int whole = column == 0 ? (span.end() - at) / ROW_BYTES : 0;
            int bytes = whole > 0 ? ROW_BYTES : Math.min(span.end() - at, ROW_BYTES - column);
            int rows = Math.max(1, whole);
            double x = LEFT + column * BYTE_WIDTH;
            double y = TOP + at / ROW_BYTES * (double) rowHeight;
            shapes.add(new Shape.Box(x, y, bytes * BYTE_WIDTH, rows * (double) rowHeight, 0,
                    empty ? Ink.BACKGROUND : ink, fill, nothing ? Ink.FAINT_LINE : Ink.LINE,
                    nothing ? Shape.Stroke.DOTTED : Shape.Stroke.THIN));
            if (number++ == 0) {
                items.add(new Item(id(part), said(part), tip(part), x, y, bytes * BYTE_WIDTH,
                        rows * (double) rowHeight));
            }
            at += bytes * rows;
        }
    }

    private static String said(ImageMap.Part part) {
        return part.name() + (part.state().isEmpty() ? "" : ", " + part.state());
    }

    private static String tip(ImageMap.Part part) {
        return part.span().map(span -> "%,d bytes at %,d".formatted(span.length(), span.offset())).orElse("");
    }

    private int label(ImageMap.Part part, Ink ink, int free) {
        Span span = part.span().orElseThrow();
        int row = span.offset() / ROW_BYTES;
        int from = TOP + row * rowHeight + rowHeight / 2;
        int y = Math.max(free, from - 6);
        shapes.add(new Shape.Line(RIGHT, from, RIGHT + 6, from, Ink.LINE, Shape.Stroke.THIN, false));
        shapes.add(new Shape.Line(RIGHT + 6, from, LABEL_X - 6, y + 6, Ink.LINE, Shape.Stroke.THIN, false));
        boolean quiet = part.kind() != ImageMap.Kind.COMPONENT;
        boolean empty = part.mark() == ImageMap.Mark.INIT || part.kind() == ImageMap.Kind.HOLE
                || part.kind() == ImageMap.Kind.REST;
        shapes.add(new Shape.Box(LABEL_X, y + 1, 10, 10, 0, empty ? Ink.BACKGROUND : ink,
                part.mark() == ImageMap.Mark.STALE ? Shape.Fill.HATCHED : Shape.Fill.SOLID, Ink.LINE,
                quiet && empty ? Shape.Stroke.DOTTED : Shape.Stroke.THIN));
        String sign = part.symbol().isEmpty() ? "" : part.symbol() + " ";
        text(LABEL_X + 16, y + 11, sign + part.name(), quiet ? Ink.QUIET_TEXT : Ink.TEXT);
        String state = part.state().isEmpty() ? "" : "  " + part.state();
        text(LABEL_X + 110, y + 11, "%,d bytes at %,d%s".formatted(span.length(), span.offset(), state),
                Ink.QUIET_TEXT);
        if (span.offset() % ROW_BYTES == 0 && (rowHeight > 7 || part.kind() != ImageMap.Kind.HOLE)) {
            shapes.add(new Shape.Text(LEFT - 8, TOP + row * rowHeight + Math.min(rowHeight, 12) - 1.0,
                    Integer.toString(span.offset()), Shape.Face.SMALL, Ink.QUIET_TEXT, Shape.Anchor.END));
        }
        return y + LABEL_STEP;
    }

    private void text(double x, double y, String text, Ink ink) {
        shapes.add(new Shape.Text(x, y, text, Shape.Face.PLAIN, ink, Shape.Anchor.START));
    }
}
