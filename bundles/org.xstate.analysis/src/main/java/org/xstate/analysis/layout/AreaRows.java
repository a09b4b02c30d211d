package org.xstate.analysis.layout;

import java.util.Comparator;
import java.util.List;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.picture.Shape.Anchor;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.api.FeatureCatalog;

/** An area whose rows are 64 bytes: area on the picture is bytes in memory, and alignment shows at the left edge. */
final class AreaRows {

    private static final double BYTE = 4;
    private static final double AXIS = 44;
    private static final double WIDTH = AreaMap.ROW_BYTES * BYTE;
    private static final double LABELS = WIDTH + 26;
    private static final double LABEL_STEP = 15;
    private static final double SMALLEST_AXIS_STEP = 10;

    private final List<Shape> shapes;
    private final List<Item> items;
    private final FeatureCatalog catalog;

    AreaRows(List<Shape> shapes, List<Item> items, FeatureCatalog catalog) {
        this.shapes = shapes;
        this.items = items;
        this.catalog = catalog;
    }

    /** Gives back where free space begins below. */
    double draw(double left, double top, AreaStrips.Area area) {
        List<AreaMap.Piece> pieces = AreaMap.pieces(area.layout(), area.cpu(), catalog);
        int rows = (area.layout().size() + AreaMap.ROW_BYTES - 1) / AreaMap.ROW_BYTES;
        double height = rows <= 20 ? 18 : rows <= 48 ? 12 : 7;
        double x = left + AXIS;
        shapes.add(new Shape.Text(x, top + 12, area.name(), Face.BOLD, Ink.TEXT, Anchor.START));
        double y = top + 20;
        for (AreaMap.Piece piece : pieces) {
            fill(area, piece, x, y, height);
        }
        pieces.stream().filter(piece -> piece.kind() != AreaMap.Kind.HOLE)
                .forEach(piece -> outline(piece, x, y, height));
        axis(pieces, x, y, height);
        return Math.max(y + rows * height, labels(pieces, x, y, height));
    }

    private void fill(AreaStrips.Area area, AreaMap.Piece piece, double left, double top, double height) {
        boolean hole = piece.kind() == AreaMap.Kind.HOLE;
        Ink ink = new Ink(piece.shade().light(), piece.shade().dark());
        List<AreaMap.Box> boxes = AreaMap.boxes(piece);
        for (AreaMap.Box box : boxes) {
            shapes.add(new Shape.Box(left + box.column() * BYTE, top + box.row() * height, box.bytes() * BYTE,
                    box.rows() * height, 0, ink, hole ? Fill.HATCHED : Fill.SOLID, Ink.LINE,
                    hole ? Stroke.DASHED : Stroke.NONE));
        }
        // one of them: keys shall not stop three times at a component
        boxes.stream().max(Comparator.comparingInt(box -> box.bytes() * box.rows()))
                .ifPresent(box -> items.add(PieceItems.item(area, piece, left + box.column() * BYTE,
                        top + box.row() * height, box.bytes() * BYTE, box.rows() * height)));
    }

    private void outline(AreaMap.Piece piece, double left, double top, double height) {
        int end = piece.offset() + piece.size();
        int firstRow = piece.offset() / AreaMap.ROW_BYTES;
        int lastRow = (end - 1) / AreaMap.ROW_BYTES;
        double x1 = left + piece.offset() % AreaMap.ROW_BYTES * BYTE;
        double x2 = left + ((end - 1) % AreaMap.ROW_BYTES + 1) * BYTE;
        double y1 = top + firstRow * height;
        double y2 = top + (lastRow + 1) * height;
        double right = left + WIDTH;
        if (firstRow == lastRow) {
            path(x1, y1, x2, y1, x2, y2, x1, y2, x1, y1);
        } else {
            path(x1, y1, right, y1, right, y2 - height, x2, y2 - height, x2, y2, left, y2, left, y1 + height,
                    x1,
                    y1 + height, x1, y1);
        }
    }

    private void path(double... points) {
        for (int i = 0; i + 3 < points.length; i += 2) {
            if (points[i] != points[i + 2] || points[i + 1] != points[i + 3]) {
                shapes.add(new Shape.Line(points[i], points[i + 1], points[i + 2], points[i + 3], Ink.TEXT,
                        Stroke.THIN, false));
            }
        }
    }

    private void axis(List<AreaMap.Piece> pieces, double left, double top, double height) {
        double free = top;
        for (AreaMap.Piece piece : pieces) {
            double y = top + piece.offset() / AreaMap.ROW_BYTES * height;
            if (piece.offset() % AreaMap.ROW_BYTES == 0 && y >= free) {
                shapes.add(new Shape.Text(left - 6, y + 8, Integer.toString(piece.offset()), Face.SMALL,
                        Ink.QUIET_TEXT, Anchor.END));
                free = y + SMALLEST_AXIS_STEP;
            }
        }
    }

    private double labels(List<AreaMap.Piece> pieces, double left, double top, double height) {
        double free = top + 5;
        for (AreaMap.Piece piece : pieces) {
            double from = top + piece.offset() / AreaMap.ROW_BYTES * height + height / 2;
            double y = Math.max(free, from);
            shapes.add(
                    new Shape.Line(left + WIDTH, from, left + LABELS - 4, y, Ink.LINE, Stroke.THIN, false));
            Ink ink = piece.kind() == AreaMap.Kind.COMPONENT ? Ink.TEXT : Ink.QUIET_TEXT;
            shapes.add(new Shape.Text(left + LABELS, y + 4, piece.label(), Face.SMALL, ink, Anchor.START));
            shapes.add(new Shape.Text(left + WIDTH + 190, y + 4,
                    "%,d at %,d".formatted(piece.size(), piece.offset()),
                    Face.SMALL, Ink.QUIET_TEXT, Anchor.END));
            free = y + LABEL_STEP;
        }
        return free;
    }
}
