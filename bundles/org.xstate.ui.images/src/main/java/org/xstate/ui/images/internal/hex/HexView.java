package org.xstate.ui.images.internal.hex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;
import org.xstate.analysis.image.Span;

/**
 * Bytes in rows of sixteen, as numbers and as characters. Only visible rows are drawn, so any size scrolls alike. The caret
 * is on a byte, in one of the two columns; a selection extends from an anchor to it.
 */
public final class HexView {

    /** A byte that the user typed. */
    public interface Typed {
        void type(int offset, byte value);
    }

    /** Room for the names of parts. */
    private static final int LABEL_CHARS = 11;

    /** What is jumped to comes to lie at this part of the height. */
    private static final int LEAD = 4;

    private final Canvas canvas;
    private final HexPainter painter;
    private HexContent content = HexContent.EMPTY;
    private List<HexBand> bands = List.of();
    private List<Span> marks = List.of();
    private Optional<HexGeometry> measured = Optional.empty();
    private int topRow;
    private int caret;
    private int anchor;
    private boolean ascii;
    private boolean hexOffsets = true;
    private boolean editable;
    private boolean highNibbleTyped;
    private Consumer<Span> selected = span -> {
    };
    private Consumer<Integer> scrolled = row -> {
    };
    private Typed typed = (offset, value) -> {
    };
    private IntFunction<String> names = offset -> "";

    public HexView(Composite parent) {
        canvas = new Canvas(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_REDRAW_RESIZE);
        canvas.setFont(JFaceResources.getTextFont());
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        painter = new HexPainter(this);
        canvas.addListener(SWT.Paint, event -> painter.paint(event.gc));
        canvas.addListener(SWT.Resize, event -> bars());
        canvas.getVerticalBar().addListener(SWT.Selection,
                event -> scrollTo(canvas.getVerticalBar().getSelection()));
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> canvas.redraw());
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        new HexInput(this);
        new HexSpeech(this);
        IPropertyChangeListener fonts = event -> {
            if (JFaceResources.TEXT_FONT.equals(event.getProperty()) && !canvas.isDisposed()) {
                canvas.setFont(JFaceResources.getTextFont());
                bars();
            }
        };
        JFaceResources.getFontRegistry().addListener(fonts);
        canvas.addListener(SWT.Dispose, event -> JFaceResources.getFontRegistry().removeListener(fonts));
    }

    public Canvas canvas() {
        return canvas;
    }

    /** What to show; the selection stays where it is, as far as there are bytes. */
    public void show(HexContent shown, List<HexBand> withBands) {
        content = shown;
        bands = List.copyOf(withBands);
        caret = Math.clamp(caret, 0, last());
        anchor = Math.clamp(anchor, 0, last());
        topRow = Math.clamp(topRow, 0, Math.max(0, rows() - 1));
        bars();
    }

    /** What a byte is called, for a tip and for a screen reader. */
    public void names(IntFunction<String> asked) {
        names = asked;
    }

    public void onSelect(Consumer<Span> told) {
        selected = told;
    }

    /** Told the first row on the screen whenever it becomes another one. */
    public void onScroll(Consumer<Integer> told) {
        scrolled = told;
    }

    /** Typing is passed on; without this the bytes cannot be changed. */
    public void onType(Typed told) {
        typed = told;
    }

    public void setEditable(boolean may) {
        editable = may;
    }

    public void setHexOffsets(boolean hex) {
        hexOffsets = hex;
        bars();
    }

    public boolean hasHexOffsets() {
        return hexOffsets;
    }

    /** Frames bytes, for example those of a field; no selection. */
    public void mark(List<Span> framed) {
        marks = List.copyOf(framed);
        canvas.redraw();
    }

    /** Selects without telling the listener, and scrolls there. */
    public void select(Span span) {
        if (content.size() == 0) {
            return;
        }
        anchor = Math.clamp(span.end() - 1, 0, last());
        caret = Math.clamp(span.offset(), 0, last());
        highNibbleTyped = false;
        int row = caret / HexGeometry.ROW;
        int visible = visibleRows();
        if (row < topRow || anchor / HexGeometry.ROW >= topRow + visible) {
            scrollTo(row - visible / LEAD);
        }
        canvas.redraw();
    }

    public Span selection() {
        return new Span(Math.min(anchor, caret), Math.abs(anchor - caret) + 1);
    }

    public int caret() {
        return caret;
    }

    public boolean isAscii() {
        return ascii;
    }

    /** Draws again what has become different. */
    public void refresh() {
        canvas.redraw();
    }

    public HexContent content() {
        return content;
    }

    List<HexBand> bands() {
        return bands;
    }

    List<Span> marks() {
        return marks;
    }

    public int topRow() {
        return topRow;
    }

    boolean isEditable() {
        return editable;
    }

    String name(int offset) {
        return names.apply(offset);
    }

    int rows() {
        return (content.size() + HexGeometry.ROW - 1) / HexGeometry.ROW;
    }

    private int last() {
        return Math.max(0, content.size() - 1);
    }

    /** Measured once for a font, a size and a base of the offsets. */
    HexGeometry geometry() {
        if (measured.isEmpty()) {
            GC gc = new GC(canvas);
            try {
                gc.setFont(canvas.getFont());
                measured = Optional.of(HexGeometry.of(gc, content.size(), hexOffsets));
            } finally {
                gc.dispose();
            }
        }
        return measured.get();
    }

    /** How far the content is moved to the left. */
    int scrolledX() {
        return canvas.getHorizontalBar().getSelection();
    }

    int visibleRows() {
        HexGeometry g = geometry();
        return Math.max(1, (canvas.getClientArea().height - g.top()) / g.lineHeight());
    }

    /** So wide that nothing is cut. */
    public int preferredWidth() {
        HexGeometry g = geometry();
        return g.labelLeft() + LABEL_CHARS * g.charWidth() + canvas.getVerticalBar().getSize().x;
    }

    private void bars() {
        measured = Optional.empty();
        int visible = visibleRows();
        ScrollBar vertical = canvas.getVerticalBar();
        topRow = Math.clamp(topRow, 0, Math.max(0, rows() - visible));
        vertical.setValues(topRow, 0, Math.max(rows(), 1), Math.min(visible, Math.max(rows(), 1)), 1,
                Math.max(1, visible - 1));
        HexGeometry g = geometry();
        int width = g.labelLeft() + LABEL_CHARS * g.charWidth();
        Rectangle area = canvas.getClientArea();
        canvas.getHorizontalBar().setValues(Math.min(scrolledX(), Math.max(0, width - area.width)), 0, width,
                Math.min(Math.max(1, area.width), width), g.charWidth(), Math.max(1, area.width));
        canvas.redraw();
    }

    /** Makes a row the first one on the screen, as far as there are rows below. */
    public void scrollTo(int row) {
        int to = Math.clamp(row, 0, Math.max(0, rows() - visibleRows()));
        if (to != topRow) {
            topRow = to;
            canvas.getVerticalBar().setSelection(to);
            canvas.redraw();
            scrolled.accept(to);
        }
    }

    private void reveal(int offset) {
        int row = offset / HexGeometry.ROW;
        int visible = visibleRows();
        if (row < topRow) {
            scrollTo(row);
        } else if (row >= topRow + visible) {
            scrollTo(row - visible + 1);
        }
    }

    /** By the user. @param extend whether the anchor stays */
    void moveTo(int offset, boolean extend) {
        if (content.size() == 0) {
            return;
        }
        caret = Math.clamp(offset, 0, last());
        if (!extend) {
            anchor = caret;
        }
        highNibbleTyped = false;
        reveal(caret);
        canvas.redraw();
        selected.accept(selection());
    }

    void setAscii(boolean column) {
        ascii = column;
        highNibbleTyped = false;
        canvas.redraw();
    }

    /** @return whether it was something that can be typed */
    boolean type(char character) {
        if (!editable || content.size() == 0) {
            return false;
        }
        if (ascii) {
            if (character < 0x20 || character > 0x7e) {
                return false;
            }
            typed.type(caret, (byte) character);
            moveTo(caret + 1, false);
            return true;
        }
        int digit = Character.digit(character, 16);
        if (digit < 0 || character > 'f') {
            return false;
        }
        int now = Byte.toUnsignedInt(content.at(caret));
        if (highNibbleTyped) {
            typed.type(caret, (byte) (now & 0xf0 | digit));
            moveTo(caret + 1, false);
        } else {
            typed.type(caret, (byte) (digit << 4 | now & 0xf));
            anchor = caret;
            highNibbleTyped = true;
            canvas.redraw();
        }
        return true;
    }

    /** The byte at a point of the canvas; -1 beside them. */
    int offsetAt(int x, int y) {
        HexGeometry g = geometry();
        int row = topRow + Math.floorDiv(y - g.top(), g.lineHeight());
        if (y < g.top() || row >= rows()) {
            return -1;
        }
        int offset = row * HexGeometry.ROW + g.column(x + scrolledX());
        return offset < content.size() ? offset : -1;
    }

    /** Positions of a pattern: the next one from {@code from}, then from the start; -1 if there is none. */
    public int find(byte[] pattern, int from) {
        List<Integer> starts = new ArrayList<>(List.of(Math.max(0, from), 0));
        for (int start : starts) {
            for (int at = start; at <= content.size() - pattern.length; at++) {
                if (matches(pattern, at)) {
                    return at;
                }
            }
        }
        return -1;
    }

    private boolean matches(byte[] pattern, int at) {
        for (int i = 0; i < pattern.length; i++) {
            if (content.at(at + i) != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
