package org.xstate.analysis.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.picture.Shape.Anchor;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.XsaveLayout;
import org.xstate.layout.cpu.XsaveCpu;

/** Two areas as strips on one scale, one above the other, with a line between the places of each component. */
final class AreaStrips {

    /** An area. @param id of its items @param name for people @param masks what is enabled, for people */
    record Area(String id, String name, XsaveLayout layout, XsaveCpu cpu, String masks) {
    }

    private static final double HEIGHT = 26;
    private static final double BETWEEN = 44;
    private static final double LEVEL = 13;
    private static final int MOST_LEVELS = 8;
    /** Between a line and where its name begins. */
    private static final double BESIDE = 2;
    /** Between two names. */
    private static final double APART = 8;
    /** Narrower ones could not be seen. */
    private static final double NARROWEST = 2;
    /** Mean width of a small letter. */
    private static final double LETTER = 6.3;
    /** Of one in a heading. */
    private static final double WIDE_LETTER = 7.7;
    /** Wide enough for the longest heading. */
    private static final double ROOMY = 900;

    private final List<Shape> shapes;
    private final List<Item> items;
    private final FeatureCatalog catalog;
    private final Set<Integer> different;
    private final double width;

    /** A label that has no room in its box. @param x where it begins @param from the middle of its box */
    private record Label(String text, double x, double from, int level) {
    }

    /** @param different components that are marked @param width of the larger strip, in units */
    AreaStrips(List<Shape> shapes, List<Item> items, FeatureCatalog catalog, Set<Integer> different,
            double width) {
        this.shapes = shapes;
        this.items = items;
        this.catalog = catalog;
        this.different = different;
        this.width = width;
    }

    /** Gives back where free space begins below. */
    double draw(double top, Area upper, Area lower) {
        int largest = Math.max(upper.layout().size(), lower.layout().size());
        double scale = width / largest;
        List<AreaMap.Piece> above = AreaMap.pieces(upper.layout(), upper.cpu(), catalog);
        List<AreaMap.Piece> below = AreaMap.pieces(lower.layout(), lower.cpu(), catalog);
        List<Label> upperLabels = labels(above, scale);
        List<Label> lowerLabels = labels(below, scale);
        double y = heading(top, upper);
        bar(top, scale, largest, upper);
        double upperStrip = y + levels(upperLabels) * LEVEL + 4;
        double lowerStrip = upperStrip + HEIGHT + BETWEEN;
        connect(above, below, scale, upperStrip + HEIGHT, lowerStrip);
        strip(upper, above, scale, upperStrip);
        strip(lower, below, scale, lowerStrip);
        upperLabels.forEach(label -> label(label, upperStrip - 4 - label.level() * LEVEL, upperStrip));
        double under = lowerStrip + HEIGHT;
        lowerLabels.forEach(label -> label(label, under + 12 + label.level() * LEVEL, under));
        return heading(under + levels(lowerLabels) * LEVEL + 6, lower);
    }

    private double heading(double y, Area area) {
        shapes.add(
                new Shape.Text(LayoutPicture.MARGIN, y + 11, area.name(), Face.BOLD, Ink.TEXT, Anchor.START));
        shapes.add(new Shape.Text(masks(area), y + 11, size(area), Face.PLAIN, Ink.QUIET_TEXT, Anchor.START));
        return y + 18;
    }

    private static String size(Area area) {
        return "%,d bytes; %s".formatted(area.layout().size(), area.masks());
    }

    /** Where the size and the masks begin: one below the other, where there is room. */
    private double masks(Area area) {
        return LayoutPicture.MARGIN + (width >= ROOMY ? 330 : area.name().length() * WIDE_LETTER + 12);
    }

    /** How long a round number of bytes is; left out where the heading has no room for it. */
    private void bar(double top, double scale, int largest, Area upper) {
        int bytes = largest > 4096 ? 1024 : largest > 1024 ? 256 : 64;
        double right = LayoutPicture.MARGIN + width;
        double left = right - bytes * scale;
        String text = "%,d bytes".formatted(bytes);
        if (masks(upper) + size(upper).length() * WIDE_LETTER > left - text.length() * LETTER) {
            return;
        }
        double y = top + 7;
        shapes.add(new Shape.Line(left, y, right, y, Ink.LINE, Stroke.THIN, false));
        shapes.add(new Shape.Line(left, y - 4, left, y + 4, Ink.LINE, Stroke.THIN, false));
        shapes.add(new Shape.Line(right, y - 4, right, y + 4, Ink.LINE, Stroke.THIN, false));
        shapes.add(new Shape.Text(left - 6, y + 4, text, Face.SMALL, Ink.QUIET_TEXT, Anchor.END));
    }

    private static double x(int offset, double scale) {
        return LayoutPicture.MARGIN + offset * scale;
    }

    private static double width(AreaMap.Piece piece, double scale) {
        return Math.max(NARROWEST, piece.size() * scale);
    }

    private String name(AreaMap.Piece piece) {
        if (piece.component().isEmpty()) {
            return piece.label();
        }
        int number = piece.component().getAsInt();
        return catalog.name(number) + (different.contains(number) ? " ≠" : "");
    }

    /** Whether the name has room, and nothing else lies there. */
    private boolean fits(AreaMap.Piece piece, List<AreaMap.Piece> pieces, double scale) {
        return pieces.stream().noneMatch(other -> other != piece && overlap(piece, other) > 0)
                && name(piece).length() * LETTER + 6 <= width(piece, scale);
    }

    private void strip(Area area, List<AreaMap.Piece> pieces, double scale, double top) {
        for (AreaMap.Piece piece : pieces) {
            double x = x(piece.offset(), scale);
            double width = width(piece, scale);
            boolean hole = piece.kind() == AreaMap.Kind.HOLE;
            boolean marked = piece.component().isPresent()
                    && different.contains(piece.component().getAsInt());
            Ink ink = new Ink(piece.shade().light(), piece.shade().dark());
            shapes.add(new Shape.Box(x, top, width, HEIGHT, 0, ink, hole ? Fill.HATCHED : Fill.SOLID,
                    hole ? Ink.LINE : marked ? Ink.TEXT : Ink.LINE,
                    hole ? Stroke.DASHED : marked ? Stroke.THICK : Stroke.THIN));
            // over a hatch nothing could be read
            if (!hole && fits(piece, pieces, scale)) {
                shapes.add(new Shape.Text(x + width / 2, top + 17, name(piece), Face.SMALL, Ink.TEXT,
                        Anchor.MIDDLE));
            }
            items.add(PieceItems.item(area, piece, x, top, width, HEIGHT));
        }
        overlaps(pieces, scale, top);
    }

    /** In bytes; none where components do not overlap, as a CPUID dump with a fault may have it. */
    private static int overlap(AreaMap.Piece piece, AreaMap.Piece other) {
        return Math.min(piece.offset() + piece.size(), other.offset() + other.size())
                - Math.max(piece.offset(), other.offset());
    }

    private void overlaps(List<AreaMap.Piece> pieces, double scale, double top) {
        for (int i = 0; i < pieces.size(); i++) {
            for (AreaMap.Piece other : pieces.subList(i + 1, pieces.size())) {
                int bytes = overlap(pieces.get(i), other);
                if (bytes > 0) {
                    shapes.add(new Shape.Box(x(Math.max(pieces.get(i).offset(), other.offset()), scale), top,
                            bytes * scale, HEIGHT, 0, Ink.WRONG, Fill.CROSSED, Ink.BAD_TEXT, Stroke.THIN));
                }
            }
        }
    }

    private void connect(List<AreaMap.Piece> above, List<AreaMap.Piece> below, double scale, double from,
            double to) {
        Map<Integer, AreaMap.Piece> places = new HashMap<>();
        below.forEach(piece -> piece.component().ifPresent(number -> places.put(number, piece)));
        for (AreaMap.Piece piece : above) {
            if (piece.component().isPresent() && places.containsKey(piece.component().getAsInt())) {
                AreaMap.Piece other = places.get(piece.component().getAsInt());
                boolean moved = piece.offset() != other.offset();
                shapes.add(
                        new Shape.Line(x(piece.offset(), scale), from, x(other.offset(), scale), to, Ink.LINE,
                                moved ? Stroke.THIN : Stroke.DOTTED, false));
            }
        }
    }

    /**
     * Of components only, those of holes stand beside the map of rows. From the right to the left: a label that reaches over
     * the beginnings of others stands farther from the strip than they do, so that no line crosses a name. Labels that have
     * no room to the right of their line stand to its left, in the other order.
     */
    private List<Label> labels(List<AreaMap.Piece> pieces, double scale) {
        List<Label> labels = new ArrayList<>();
        List<AreaMap.Piece> named = pieces.stream()
                .filter(piece -> piece.component().isPresent() && !fits(piece, pieces, scale)).toList();
        double edge = LayoutPicture.MARGIN + width;
        for (AreaMap.Piece piece : named.reversed()) {
            double x = middle(piece, scale) - BESIDE;
            if (x + length(piece) <= edge) {
                labels.add(label(piece, x, scale, labels));
            }
        }
        for (AreaMap.Piece piece : named) {
            if (middle(piece, scale) - BESIDE + length(piece) > edge) {
                labels.add(label(piece, middle(piece, scale) + BESIDE - length(piece), scale, labels));
            }
        }
        return labels;
    }

    private Label label(AreaMap.Piece piece, double x, double scale, List<Label> others) {
        double end = x + length(piece) + APART;
        int level = others.stream()
                .filter(other -> other.x() < end && x < other.x() + other.text().length() * LETTER + APART)
                .mapToInt(other -> other.level() + 1).max().orElse(0);
        return new Label(name(piece), x, middle(piece, scale), Math.min(level, MOST_LEVELS - 1));
    }

    private double length(AreaMap.Piece piece) {
        return name(piece).length() * LETTER;
    }

    private static double middle(AreaMap.Piece piece, double scale) {
        return x(piece.offset(), scale) + width(piece, scale) / 2;
    }

    private static int levels(List<Label> labels) {
        return labels.stream().mapToInt(label -> label.level() + 1).max().orElse(0);
    }

    private void label(Label label, double base, double edge) {
        boolean up = base < edge;
        shapes.add(new Shape.Line(label.from(), edge, label.from(), up ? base + 2 : base - 9, Ink.LINE,
                Stroke.THIN, false));
        shapes.add(new Shape.Text(label.x(), base, label.text(), Face.SMALL, Ink.TEXT, Anchor.START));
    }
}
