package org.xstate.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Palette;
import org.xstate.ui.Copied;

/**
 * Shows a picture, scrolled and zoomed. Items are reached by the mouse and by the arrow keys, Home and End; the chosen one is
 * framed, named to a screen reader and told to the listener; Enter and a double click open it. Ctrl with the wheel, plus,
 * minus and 0 zoom, f fits the width; Ctrl+C copies what is said of the chosen item.
 */
public final class PictureCanvas {

    private static final float SMALLEST = 0.25f;
    private static final float LARGEST = 4;
    private static final float STEP = 1.25f;
    /** Points that an arrow of a scroll bar, or a notch of a wheel, goes. */
    private static final int LINE = 16;
    /** Points around an item that its frame may touch. */
    private static final int FRAME = 4;

    private final Canvas canvas;
    private final PicturePainter painter;
    private final PictureSpeech speech;
    private Picture picture;
    private Optional<String> chosen = Optional.empty();
    private Optional<Item> pointedAt = Optional.empty();
    private Consumer<Item> picked = item -> {
    };
    private Consumer<Item> opened = item -> {
    };
    private float zoom = 1;
    private Point origin = new Point(0, 0);

    /** @param nothing what a screen reader says while there is no picture */
    public PictureCanvas(Composite parent, String nothing) {
        picture = Picture.empty(nothing);
        // not a large canvas in a scrolled one: X11 has no window of more than 32,767 dots
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
        painter = new PicturePainter(parent.getDisplay());
        speech = new PictureSpeech(this);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Resize, event -> arrange());
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseDoubleClick, event -> at(event).ifPresent(opened));
        canvas.addListener(SWT.MouseMove, this::point);
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, PictureCanvas::traverse);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> painter.dispose());
        for (ScrollBar bar : List.of(canvas.getHorizontalBar(), canvas.getVerticalBar())) {
            bar.setIncrement(LINE);
            bar.addListener(SWT.Selection, event -> scrollTo(canvas.getHorizontalBar().getSelection(),
                    canvas.getVerticalBar().getSelection()));
        }
    }

    /** What to lay out. */
    public Composite control() {
        return canvas;
    }

    /** What is drawn on, for menus and drag and drop. */
    public Canvas canvas() {
        return canvas;
    }

    public Picture picture() {
        return picture;
    }

    /** Told when the user chooses an item. */
    public void onPick(Consumer<Item> told) {
        picked = told;
    }

    /** Told when the user double-clicks an item, or presses Enter on it. */
    public void onOpen(Consumer<Item> told) {
        opened = told;
    }

    /** Shows another picture in the place of this one, at the same zoom; what is chosen stays so if it is there too. */
    public void show(Picture shown) {
        picture = shown;
        pointedAt = Optional.empty();
        canvas.setToolTipText(null);
        arrange();
        canvas.redraw();
    }

    /** Frames an item, without telling the listener, and scrolls to it; none of that name clears the frame. */
    public void choose(String id) {
        chosen().ifPresent(this::redraw);
        chosen = Optional.of(id).filter(one -> item(one).isPresent());
        chosen().ifPresent(item -> {
            reveal(item);
            redraw(item);
            speech.chosen(picture.items().indexOf(item));
        });
    }

    /** The item that is framed. */
    public Optional<Item> chosen() {
        return chosen.flatMap(this::item);
    }

    /** Points of the screen for a unit of the picture. */
    public float zoom() {
        return zoom;
    }

    /** Shows the picture larger or smaller, from a quarter of its size to four times it; the middle stays where it is. */
    public void zoom(float wanted) {
        Rectangle area = canvas.getClientArea();
        zoom(wanted, area.width / 2, area.height / 2);
    }

    /** Shows all of the picture's width. */
    public void fit() {
        if (picture.width() > 0) {
            zoom((float) (canvas.getClientArea().width / picture.width()));
        }
    }

    /** Where an item is on the canvas, in points. */
    public Rectangle place(Item item) {
        int left = Math.round((float) item.x() * zoom);
        int top = Math.round((float) item.y() * zoom);
        return new Rectangle(left - origin.x, top - origin.y,
                Math.round((float) (item.x() + item.width()) * zoom) - left,
                Math.round((float) (item.y() + item.height()) * zoom) - top);
    }

    private Optional<Item> item(String id) {
        return picture.items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Fits the scroll bars to the picture's size and the canvas's. */
    private void arrange() {
        Rectangle area = canvas.getClientArea();
        bar(canvas.getHorizontalBar(), (int) Math.ceil(picture.width() * zoom), area.width);
        bar(canvas.getVerticalBar(), (int) Math.ceil(picture.height() * zoom), area.height);
        scrollTo(origin.x, origin.y);
    }

    private static void bar(ScrollBar bar, int whole, int seen) {
        int thumb = Math.max(1, Math.min(seen, whole));
        bar.setValues(bar.getSelection(), 0, Math.max(1, whole), thumb, LINE, Math.max(LINE, seen - LINE));
        bar.setVisible(whole > seen);
    }

    private void scrollTo(int x, int y) {
        Rectangle area = canvas.getClientArea();
        Point to = new Point(
                Math.clamp(x, 0, Math.max(0, (int) Math.ceil(picture.width() * zoom) - area.width)),
                Math.clamp(y, 0, Math.max(0, (int) Math.ceil(picture.height() * zoom) - area.height)));
        canvas.getHorizontalBar().setSelection(to.x);
        canvas.getVerticalBar().setSelection(to.y);
        if (!to.equals(origin)) {
            origin = to;
            canvas.redraw();
        }
    }

    private void paint(Event event) {
        boolean dark = Palette.isDark(canvas);
        GC gc = event.gc;
        // contrasts are those of the picture's own background
        gc.setBackground(Palette.color(Ink.BACKGROUND, dark));
        gc.fillRectangle(event.x, event.y, event.width, event.height);
        painter.paint(gc, picture, -origin.x, -origin.y, zoom, dark);
        chosen().ifPresent(item -> {
            gc.setForeground(Palette.color(Ink.MARKED, dark));
            gc.setLineWidth(canvas.isFocusControl() ? 3 : 2);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.drawRectangle(place(item));
        });
        if (canvas.isFocusControl() && chosen().isEmpty()) {
            Rectangle area = canvas.getClientArea();
            gc.setForeground(Palette.color(Ink.MARKED, dark));
            gc.setLineWidth(1);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRectangle(area.x, area.y, area.width - 1, area.height - 1);
        }
    }

    private void redraw(Item item) {
        Rectangle place = place(item);
        canvas.redraw(place.x - FRAME, place.y - FRAME, place.width + 2 * FRAME, place.height + 2 * FRAME,
                false);
    }

    private Optional<Item> at(Event event) {
        return at(event.x, event.y);
    }

    /** What is at a point of the canvas. */
    Optional<Item> at(int x, int y) {
        return picture.at((x + origin.x) / zoom, (y + origin.y) / zoom);
    }

    private void press(Event event) {
        canvas.setFocus();
        at(event).ifPresent(this::pick);
    }

    private void point(Event event) {
        Optional<Item> now = at(event);
        if (!now.equals(pointedAt)) {
            pointedAt = now;
            // null: no tooltip, for SWT
            canvas.setToolTipText(now.map(PictureCanvas::said).orElse(null));
        }
    }

    private static String said(Item item) {
        return item.tip().isEmpty() ? item.name() : item.name() + "\n" + item.tip();
    }

    private void pick(Item item) {
        choose(item.id());
        picked.accept(item);
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event.count > 0 ? zoom * STEP : zoom / STEP, event.x, event.y);
            event.doit = false;
        }
    }

    /** What is at a point of the canvas stays there. */
    private void zoom(float wanted, int x, int y) {
        float before = zoom;
        zoom = Math.clamp(wanted, SMALLEST, LARGEST);
        int left = Math.round((origin.x + x) / before * zoom) - x;
        int top = Math.round((origin.y + y) / before * zoom) - y;
        arrange();
        scrollTo(left, top);
        canvas.redraw();
    }

    private static void traverse(Event event) {
        event.doit = switch (event.detail) {
            // these move within the picture
            case SWT.TRAVERSE_ARROW_NEXT, SWT.TRAVERSE_ARROW_PREVIOUS, SWT.TRAVERSE_RETURN -> false;
            default -> true;
        };
    }

    private void key(Event event) {
        List<Item> items = picture.items();
        int at = chosen().map(items::indexOf).orElse(-1);
        int page = Math.max(LINE, canvas.getClientArea().height - LINE);
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> step(at + 1);
            case SWT.ARROW_LEFT -> step(Math.max(0, at - 1));
            case SWT.ARROW_DOWN -> across(1);
            case SWT.ARROW_UP -> across(-1);
            case SWT.HOME -> step(0);
            case SWT.END -> step(items.size() - 1);
            case SWT.PAGE_DOWN -> scrollTo(origin.x, origin.y + page);
            case SWT.PAGE_UP -> scrollTo(origin.x, origin.y - page);
            case SWT.CR, SWT.KEYPAD_CR -> chosen().ifPresent(opened);
            default -> character(event);
        }
    }

    private void character(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
            chosen().ifPresent(item -> Copied.put(canvas.getDisplay(), said(item)));
            return;
        }
        switch (event.character) {
            case '+', '=' -> zoom(zoom * STEP);
            case '-' -> zoom(zoom / STEP);
            case '0' -> zoom(1);
            case 'f' -> fit();
            default -> {
                // for somebody else
            }
        }
    }

    private void step(int to) {
        List<Item> items = picture.items();
        if (!items.isEmpty()) {
            pick(items.get(Math.clamp(to, 0, items.size() - 1)));
        }
    }

    /** The nearest item above or below. */
    private void across(int direction) {
        Optional<Item> start = chosen();
        if (start.isEmpty()) {
            step(0);
            return;
        }
        Item from = start.get();
        picture.items().stream()
                .filter(item -> direction > 0
                        ? item.y() >= from.y() + from.height()
                        : item.y() + item.height() <= from.y())
                .min((a, b) -> Double.compare(distance(from, a), distance(from, b))).ifPresent(this::pick);
    }

    /** Between the middles sideways, and between the edges up or down, which counts more. */
    private static double distance(Item a, Item b) {
        double dx = a.x() + a.width() / 2 - b.x() - b.width() / 2;
        double dy = Math.max(b.y() - a.y() - a.height(), a.y() - b.y() - b.height());
        return Math.abs(dx) + 3 * dy;
    }

    /** Scrolls as little as shows all of an item, or its upper left corner if it is larger than the canvas. */
    private void reveal(Item item) {
        Rectangle place = place(item);
        Rectangle area = canvas.getClientArea();
        scrollTo(origin.x + shift(place.x, place.width, area.width),
                origin.y + shift(place.y, place.height, area.height));
    }

    private static int shift(int from, int length, int seen) {
        boolean beyond = from + length > seen;
        return from < 0 || beyond && length > seen ? from : beyond ? from + length - seen : 0;
    }
}
