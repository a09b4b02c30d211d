package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.analysis.svg.AreaMap;
import org.xstate.api.FeatureCatalog;

/** The XSAVE area to scale: a row of the picture is 64 bytes, as in {@code xstate layout --svg}. */
final class LayoutMap {

    private static final int ROW_HEIGHT = 14;
    private static final int MARGIN = 8;
    private static final int AXIS = 52;
    private static final int BYTE_WIDTH = 5;
    private static final int LABELS = 260;

    /** One rectangle on the screen. */
    private record Cell(AreaMap.Piece piece, Rectangle where) {
    }

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private List<Cell> cells = List.of();
    private List<AreaMap.Piece> pieces = List.of();
    private OptionalInt marked = OptionalInt.empty();
    private IntConsumer picked = number -> {
    };

    LayoutMap(Composite parent) {
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        canvas.setToolTipText(Messages.layout_map);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, this::pick);
        canvas.addListener(SWT.MouseMove, this::explain);
        scrolled.setContent(canvas);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
    }

    void onPick(IntConsumer listener) {
        picked = listener;
    }

    void mark(OptionalInt component) {
        marked = component;
        canvas.redraw();
    }

    void show(CpuLayout cpu, FeatureCatalog catalog) {
        pieces = cpu.layout().map(layout -> AreaMap.pieces(layout, cpu.cpu().orElseThrow(), catalog))
                .orElseGet(List::of);
        List<Cell> made = new ArrayList<>();
        for (AreaMap.Piece piece : pieces) {
            for (AreaMap.Box box : AreaMap.boxes(piece)) {
                made.add(new Cell(piece, new Rectangle(MARGIN + AXIS + box.column() * BYTE_WIDTH,
                        MARGIN + box.row() * ROW_HEIGHT, box.bytes() * BYTE_WIDTH, box.rows() * ROW_HEIGHT)));
            }
        }
        cells = List.copyOf(made);
        int bottom = cells.stream().mapToInt(cell -> cell.where().y + cell.where().height).max().orElse(0);
        scrolled.setMinSize(MARGIN * 3 + AXIS + AreaMap.ROW_BYTES * BYTE_WIDTH + LABELS,
                Math.max(bottom, MARGIN + pieces.size() * labelHeight()) + MARGIN);
        canvas.redraw();
    }

    private int labelHeight() {
        return canvas.getFont().getFontData()[0].getHeight() * 2;
    }

    private void paint(GC gc) {
        for (Cell cell : cells) {
            gc.setBackground(colour(cell.piece()));
            gc.fillRectangle(cell.where());
            gc.setForeground(canvas.getForeground());
            boolean chosen = marked.isPresent() && cell.piece().component().equals(marked);
            gc.setLineWidth(chosen ? 3 : 1);
            gc.setLineStyle(cell.piece().kind() == AreaMap.Kind.HOLE ? SWT.LINE_DOT : SWT.LINE_SOLID);
            gc.drawRectangle(cell.where());
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        gc.setBackground(canvas.getBackground());
        labels(gc);
    }

    private void labels(GC gc) {
        int free = MARGIN;
        int x = MARGIN * 2 + AXIS + AreaMap.ROW_BYTES * BYTE_WIDTH;
        for (AreaMap.Piece piece : pieces) {
            int top = MARGIN + piece.offset() / AreaMap.ROW_BYTES * ROW_HEIGHT;
            if (piece.offset() % AreaMap.ROW_BYTES == 0) {
                String offset = Integer.toString(piece.offset());
                gc.drawText(offset, MARGIN + AXIS - 6 - gc.textExtent(offset).x, top, true);
            }
            int y = Math.max(free, top);
            gc.drawText("%s   %,d bytes at %,d".formatted(piece.label(), piece.size(), piece.offset()), x, y,
                    true);
            free = y + labelHeight();
        }
    }

    private Color colour(AreaMap.Piece piece) {
        boolean dark = brightness(canvas.getBackground().getRGB()) < brightness(
                canvas.getForeground().getRGB());
        int rgb = dark ? piece.shade().dark() : piece.shade().light();
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static int brightness(RGB rgb) {
        return rgb.red + rgb.green + rgb.blue;
    }

    private void pick(Event event) {
        at(event).map(Cell::piece).map(AreaMap.Piece::component).filter(OptionalInt::isPresent)
                .ifPresent(component -> picked.accept(component.getAsInt()));
    }

    private void explain(Event event) {
        canvas.setToolTipText(at(event).map(Cell::piece)
                .map(piece -> "%s: bytes %,d to %,d".formatted(piece.label(), piece.offset(),
                        piece.offset() + piece.size() - 1))
                .orElse(Messages.layout_map));
    }

    private Optional<Cell> at(Event event) {
        return cells.stream().filter(cell -> cell.where().contains(event.x, event.y)).findFirst();
    }
}
