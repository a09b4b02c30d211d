package org.xstate.ui.images.internal.hex;

import java.util.StringJoiner;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.xstate.analysis.image.Span;
import org.xstate.analysis.picture.Ink;
import org.xstate.ui.Palette;

/** Draws the visible rows of a hex view. */
final class HexPainter {

    private static final String[] HEX = new String[256];
    private static final int HATCH = 5;

    static {
        for (int i = 0; i < HEX.length; i++) {
            HEX[i] = "%02x".formatted(i);
        }
    }

    private final HexView view;
    private HexGeometry g;
    private boolean dark;
    private Color text;
    private Color quiet;
    private Color changed;
    private Color chosen;
    private Color chosenText;

    HexPainter(HexView view) {
        this.view = view;
    }

    void paint(GC gc) {
        Canvas canvas = view.canvas();
        Display display = canvas.getDisplay();
        gc.setFont(canvas.getFont());
        g = view.geometry();
        dark = Palette.isDark(canvas);
        text = canvas.getForeground();
        quiet = Palette.color(Ink.QUIET_TEXT, dark);
        changed = Palette.color(Ink.BAD_TEXT, dark);
        chosen = display.getSystemColor(SWT.COLOR_LIST_SELECTION);
        chosenText = display.getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT);
        Rectangle area = canvas.getClientArea();
        gc.setBackground(canvas.getBackground());
        gc.fillRectangle(area);
        int moved = view.scrolledX();
        Transform transform = new Transform(display);
        try {
            transform.translate(-moved, 0);
            gc.setTransform(transform);
            heads(gc, area.width + moved);
            int rows = (area.height - g.top()) / g.lineHeight() + 1;
            for (int row = 0; row < rows && view.topRow() + row < view.rows(); row++) {
                row(gc, row, (view.topRow() + row) * HexGeometry.ROW);
            }
            for (Span mark : view.marks()) {
                frame(gc, mark, rows);
            }
            caret(gc);
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    private void heads(GC gc, int width) {
        gc.setForeground(quiet);
        int caretColumn = view.caret() % HexGeometry.ROW;
        for (int column = 0; column < HexGeometry.ROW; column++) {
            boolean here = view.content().size() > 0 && column == caretColumn;
            gc.setForeground(here ? text : quiet);
            gc.drawText(view.hasHexOffsets() ? "%2x".formatted(column) : "%2d".formatted(column),
                    g.hexX(column), 1, true);
        }
        gc.setForeground(Palette.color(Ink.FAINT_LINE, dark));
        gc.drawLine(0, g.top() - 2, width, g.top() - 2);
    }

    private void row(GC gc, int row, int first) {
        int end = Math.min(first + HexGeometry.ROW, view.content().size());
        int y = g.rowY(row) + 1;
        gc.setForeground(quiet);
        String offset = view.hasHexOffsets()
                ? ("%0" + g.offsetChars() + "x").formatted(first)
                : ("%" + g.offsetChars() + "d").formatted(first);
        gc.drawText(offset, g.left(), y, true);
        StringJoiner labels = new StringJoiner(", ");
        for (HexBand band : view.bands()) {
            if (band.span().offset() < end && band.span().end() > first) {
                band(gc, band, row, first, end);
                if (band.span().offset() >= first) {
                    labels.add(band.label());
                }
            }
        }
        gc.setForeground(quiet);
        gc.drawText(labels.toString(), g.labelLeft(), y, true);
        Span selection = view.selection();
        if (selection.offset() < end && selection.end() > first) {
            int from = Math.max(selection.offset(), first) - first;
            int to = Math.min(selection.end(), end) - 1 - first;
            gc.setBackground(chosen);
            gc.fillRectangle(g.hexBox(row, from, to));
            gc.fillRectangle(g.asciiBox(row, from, to));
        }
        for (int offsetInRow = first; offsetInRow < end; offsetInRow++) {
            one(gc, offsetInRow, offsetInRow - first, y, selection.contains(offsetInRow));
        }
    }

    private void one(GC gc, int offset, int column, int y, boolean selected) {
        int value = Byte.toUnsignedInt(view.content().at(offset));
        boolean marked = view.content().isMarked(offset);
        gc.setForeground(selected ? chosenText : marked ? changed : value == 0 ? quiet : text);
        int x = g.hexX(column);
        gc.drawText(HEX[value], x, y, true);
        if (marked) {
            int line = y + g.lineHeight() - 3;
            gc.setLineWidth(2);
            gc.drawLine(x, line, x + 2 * g.charWidth() - 1, line);
            gc.setLineWidth(1);
        }
        boolean printable = value >= 0x20 && value <= 0x7e;
        gc.setForeground(selected ? chosenText : printable ? text : quiet);
        gc.drawText(printable ? Character.toString(value) : "\u00b7", g.asciiX(column), y, true);
    }

    private void band(GC gc, HexBand band, int row, int first, int end) {
        int from = Math.max(band.span().offset(), first) - first;
        int to = Math.min(band.span().end(), end) - 1 - first;
        gc.setBackground(Palette.color(band.ink(), dark));
        for (Rectangle box : new Rectangle[]{g.hexBox(row, from, to), g.asciiBox(row, from, to)}) {
            gc.fillRectangle(box);
            if (band.hatched()) {
                hatch(gc, box);
            }
        }
    }

    private void hatch(GC gc, Rectangle box) {
        gc.setForeground(Palette.color(Ink.FAINT_LINE, dark));
        for (int at = HATCH; at < box.width + box.height; at += HATCH) {
            int right = Math.min(at, box.width);
            int left = Math.max(at - box.height, 0);
            gc.drawLine(box.x + right, box.y + at - right, box.x + left, box.y + at - left);
        }
    }

    /** An outline around the bytes, whichever shape they have. */
    private void frame(GC gc, Span mark, int rows) {
        gc.setForeground(Palette.color(Ink.MARKED, dark));
        gc.setLineWidth(2);
        int from = Math.max(mark.offset(), view.topRow() * HexGeometry.ROW);
        int to = Math.min(mark.end(), (view.topRow() + rows) * HexGeometry.ROW);
        for (int offset = from; offset < to; offset++) {
            int row = offset / HexGeometry.ROW - view.topRow();
            int column = offset % HexGeometry.ROW;
            boolean more = column < HexGeometry.ROW - 1 && mark.contains(offset + 1);
            Rectangle box = g.hexBox(row, column, column);
            // the halves of a row stand apart
            box.width = more ? g.hexBox(row, column + 1, column + 1).x - box.x : box.width;
            edges(gc, mark, offset, column, box);
            edges(gc, mark, offset, column, g.asciiBox(row, column, column));
        }
        gc.setLineWidth(1);
    }

    private static void edges(GC gc, Span mark, int offset, int column, Rectangle box) {
        int right = box.x + box.width;
        int bottom = box.y + box.height;
        if (!mark.contains(offset - HexGeometry.ROW)) {
            gc.drawLine(box.x, box.y, right, box.y);
        }
        if (!mark.contains(offset + HexGeometry.ROW)) {
            gc.drawLine(box.x, bottom, right, bottom);
        }
        if (column == 0 || !mark.contains(offset - 1)) {
            gc.drawLine(box.x, box.y, box.x, bottom);
        }
        if (column == HexGeometry.ROW - 1 || !mark.contains(offset + 1)) {
            gc.drawLine(right, box.y, right, bottom);
        }
    }

    /** A full frame in the column that keys go to, a thin one in the other. */
    private void caret(GC gc) {
        int row = view.caret() / HexGeometry.ROW - view.topRow();
        if (view.content().size() == 0 || row < 0) {
            return;
        }
        int column = view.caret() % HexGeometry.ROW;
        boolean focus = view.canvas().isFocusControl();
        gc.setForeground(text);
        gc.setLineWidth(focus && !view.isAscii() ? 2 : 1);
        gc.drawRectangle(g.hexBox(row, column, column));
        gc.setLineWidth(focus && view.isAscii() ? 2 : 1);
        gc.drawRectangle(g.asciiBox(row, column, column));
        gc.setLineWidth(1);
    }
}
