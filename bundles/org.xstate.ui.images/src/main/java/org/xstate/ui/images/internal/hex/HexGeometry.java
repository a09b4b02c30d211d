package org.xstate.ui.images.internal.hex;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Where on the canvas bytes are; all from the size of a character of the font. */
record HexGeometry(int charWidth, int lineHeight, int offsetChars, int top) {

    static final int ROW = 16;

    private static final int HALF = ROW / 2;

    static HexGeometry of(GC gc, int size, boolean hexOffsets) {
        Point extent = gc.textExtent("0000000000");
        int width = Math.max(1, (extent.x + 9) / 10);
        int height = extent.y + 2;
        String last = hexOffsets
                ? Integer.toHexString(Math.max(0, size - 1))
                : Integer.toString(Math.max(0, size - 1));
        return new HexGeometry(width, height, Math.max(4, last.length()), height + 3);
    }

    int left() {
        return charWidth;
    }

    int hexLeft() {
        return left() + (offsetChars + 2) * charWidth;
    }

    int asciiLeft() {
        return hexLeft() + (3 * ROW + 2) * charWidth;
    }

    int labelLeft() {
        return asciiLeft() + (ROW + 1) * charWidth;
    }

    int hexX(int column) {
        return hexLeft() + (3 * column + (column >= HALF ? 1 : 0)) * charWidth;
    }

    int asciiX(int column) {
        return asciiLeft() + column * charWidth;
    }

    int rowY(int rowOnScreen) {
        return top + rowOnScreen * lineHeight;
    }

    /** The columns {@code from} to {@code to}, both included, as a box. */
    Rectangle hexBox(int rowOnScreen, int from, int to) {
        int x = hexX(from) - charWidth / 2;
        int right = hexX(to) + 2 * charWidth + (charWidth + 1) / 2;
        return new Rectangle(x, rowY(rowOnScreen), right - x, lineHeight);
    }

    /** See {@link #hexBox}. */
    Rectangle asciiBox(int rowOnScreen, int from, int to) {
        return new Rectangle(asciiX(from), rowY(rowOnScreen), (to - from + 1) * charWidth, lineHeight);
    }

    boolean isAscii(int x) {
        return x >= asciiLeft() - charWidth;
    }

    /** The column at or nearest to a point. */
    int column(int x) {
        if (isAscii(x)) {
            return Math.clamp((x - asciiLeft()) / charWidth, 0, ROW - 1);
        }
        for (int column = 0; column < ROW; column++) {
            if (x < hexX(column) + 2 * charWidth + charWidth / 2) {
                return column;
            }
        }
        return ROW - 1;
    }
}
