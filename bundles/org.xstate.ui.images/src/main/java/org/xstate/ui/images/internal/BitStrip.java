package org.xstate.ui.images.internal;

import java.math.BigInteger;
import java.util.function.IntConsumer;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.xstate.analysis.picture.Ink;
import org.xstate.ui.Palette;

/** Up to 64 bits, the highest at the left, in rows of 32. Arrow keys go from bit to bit, the space bar toggles one. */
final class BitStrip {

    private static final int ROW = 32;

    private final Canvas canvas;
    private BigInteger value = BigInteger.ZERO;
    private int count;
    private int base;
    private int current;
    private IntConsumer toggled = bit -> {
    };

    BitStrip(Composite parent) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED) {
            @Override
            public Point computeSize(int width, int height, boolean changed) {
                Point cell = cell();
                return new Point(width == SWT.DEFAULT ? cell.x * (ROW + ROW / 4) : width,
                        2 * 2 * cell.y + 4);
            }
        };
        canvas.setFont(JFaceResources.getTextFont());
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::click);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.setToolTipText(Messages.bits_tip);
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = count == 0
                        ? Messages.bits_none
                        : NLS.bind(Messages.bits_said, current, value.testBit(current) ? 1 : 0);
            }
        });
    }

    Canvas canvas() {
        return canvas;
    }

    void onToggle(IntConsumer told) {
        toggled = told;
    }

    /** @param offset of the first byte: another one puts the keys back to bit 0 */
    void show(BigInteger shown, int bits, int offset) {
        value = shown;
        if (offset != base || bits != count) {
            current = 0;
        }
        base = offset;
        count = bits;
        canvas.redraw();
    }

    private Point cell() {
        GC gc = new GC(canvas);
        try {
            gc.setFont(canvas.getFont());
            return gc.textExtent("0");
        } finally {
            gc.dispose();
        }
    }

    /** Left edge of a bit; groups of four stand apart. */
    private Point at(int bit, Point cell) {
        int inRow = bit % ROW;
        int column = ROW - 1 - inRow;
        int row = count > ROW && bit < ROW ? 1 : 0;
        return new Point(cell.x * (column + column / 4), row * (2 * cell.y + 2));
    }

    private void paint(GC gc) {
        boolean dark = Palette.isDark(canvas);
        Point cell = cell();
        gc.setFont(canvas.getFont());
        for (int bit = 0; bit < count; bit++) {
            Point at = at(bit, cell);
            gc.setForeground(Palette.color(Ink.QUIET_TEXT, dark));
            if (bit % 8 == 0 || bit % 8 == 7) {
                String number = Integer.toString(bit);
                gc.drawText(number, at.x + (bit % 8 == 7 ? 0 : cell.x - cell.x * number.length()), at.y,
                        true);
            }
            boolean set = value.testBit(bit);
            gc.setForeground(set ? canvas.getForeground() : Palette.color(Ink.QUIET_TEXT, dark));
            gc.drawText(set ? "1" : "0", at.x, at.y + cell.y, true);
            if (bit == current && canvas.isFocusControl()) {
                gc.setForeground(Palette.color(Ink.MARKED, dark));
                gc.drawRectangle(at.x - 1, at.y + cell.y, cell.x + 1, cell.y - 1);
            }
        }
    }

    private void click(Event event) {
        canvas.setFocus();
        Point cell = cell();
        for (int bit = 0; bit < count; bit++) {
            Point at = at(bit, cell);
            if (event.x >= at.x - 1 && event.x <= at.x + cell.x && event.y >= at.y
                    && event.y < at.y + 2 * cell.y) {
                current = bit;
                canvas.redraw();
                if (event.count > 1) {
                    toggled.accept(bit);
                }
            }
        }
    }

    private void key(Event event) {
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> go(current + 1);
            case SWT.ARROW_RIGHT -> go(current - 1);
            case SWT.ARROW_UP -> go(current + ROW);
            case SWT.ARROW_DOWN -> go(current - ROW);
            case ' ' -> {
                if (count > 0) {
                    toggled.accept(current);
                }
            }
            default -> event.doit = true;
        }
    }

    private void go(int bit) {
        if (bit >= 0 && bit < count) {
            current = bit;
            canvas.redraw();
            canvas.getAccessible().setFocus(-1);
        }
    }
}
