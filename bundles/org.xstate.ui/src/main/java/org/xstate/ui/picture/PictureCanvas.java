package org.xstate.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Palette;

/**
 * Shows a picture, scrolled and zoomed. Items are reached by the mouse and by the arrow keys, Home and End; the chosen one is
 * framed, named to a screen reader and told to the listener. Ctrl with the wheel, plus, minus and 0 zoom.
 */
public final class PictureCanvas {

    private static final float SMALLEST = 0.25f;
    private static final float LARGEST = 4;
    private static final float STEP = 1.25f;

    private final ScrolledComposite scrolled;
    private final Canvas canvas;
    private final PicturePainter painter;
    private Picture picture;
    private Optional<String> chosen = Optional.empty();
    private Consumer<Item> listener = item -> {
    };
    private float zoom = 1;

    /** @param nothing what a screen reader says while there is no picture */
    public PictureCanvas(Composite parent, String nothing) {
        picture = Picture.empty(nothing);
        scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        painter = new PicturePainter(parent.getDisplay());
        scrolled.setContent(canvas);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.getHorizontalBar().setIncrement(16);
        scrolled.getVerticalBar().setIncrement(16);
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseDown, event -> {
            canvas.setFocus();
            at(event).ifPresent(this::pick);
        });
        canvas.addListener(SWT.MouseMove,
                event -> canvas.setToolTipText(at(event).map(PictureCanvas::said).orElse(null)));
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Dispose, event -> painter.dispose());
        speak();
    }

    /** What to lay out. */
    public Composite control() {
        return scrolled;
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
        listener = told;
    }

    public void show(Picture shown) {
        picture = shown;
        resize();
    }

    /** Frames an item, without telling the listener, and scrolls to it; none of that name clears the frame. */
    public void choose(String id) {
        chosen = Optional.of(id).filter(one -> item(one).isPresent());
        chosen.flatMap(this::item).ifPresent(this::reveal);
        canvas.redraw();
    }

    /** The item that is framed. */
    public Optional<Item> chosen() {
        return chosen.flatMap(this::item);
    }

    private Optional<Item> item(String id) {
        return picture.items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    private void resize() {
        int width = Math.round((float) picture.width() * zoom);
        int height = Math.round((float) picture.height() * zoom);
        scrolled.setMinSize(width, height);
        canvas.redraw();
    }

    private void paint(GC gc) {
        boolean dark = Palette.isDark(canvas);
        painter.paint(gc, picture, 0, 0, zoom, dark);
        chosen().ifPresent(item -> {
            gc.setForeground(Palette.color(Ink.MARKED, dark));
            gc.setLineWidth(canvas.isFocusControl() ? 3 : 2);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.drawRectangle(Math.round((float) item.x() * zoom), Math.round((float) item.y() * zoom),
                    Math.round((float) item.width() * zoom), Math.round((float) item.height() * zoom));
        });
    }

    private Optional<Item> at(Event event) {
        return picture.at(event.x / zoom, event.y / zoom);
    }

    private static String said(Item item) {
        return item.tip().isEmpty() ? item.name() : item.name() + "\n" + item.tip();
    }

    private void pick(Item item) {
        choose(item.id());
        canvas.getAccessible().setFocus(picture.items().indexOf(item));
        listener.accept(item);
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event.count > 0 ? zoom * STEP : zoom / STEP);
            event.doit = false;
        }
    }

    private void zoom(float wanted) {
        zoom = Math.clamp(wanted, SMALLEST, LARGEST);
        resize();
    }

    private void key(Event event) {
        List<Item> items = picture.items();
        int at = chosen().map(items::indexOf).orElse(-1);
        switch (event.keyCode) {
            case SWT.ARROW_RIGHT -> step(items, at + 1);
            case SWT.ARROW_LEFT -> step(items, at - 1);
            case SWT.ARROW_DOWN -> across(at, 1);
            case SWT.ARROW_UP -> across(at, -1);
            case SWT.HOME -> step(items, 0);
            case SWT.END -> step(items, items.size() - 1);
            default -> {
                switch (event.character) {
                    case '+', '=' -> zoom(zoom * STEP);
                    case '-' -> zoom(zoom / STEP);
                    case '0' -> zoom(1);
                    default -> {
                        // for somebody else
                    }
                }
            }
        }
    }

    private void step(List<Item> items, int to) {
        if (!items.isEmpty()) {
            pick(items.get(Math.clamp(to, 0, items.size() - 1)));
        }
    }

    /** The nearest item above or below. */
    private void across(int at, int direction) {
        if (at < 0) {
            step(picture.items(), 0);
            return;
        }
        Item from = picture.items().get(at);
        picture.items().stream()
                .filter(item -> direction > 0
                        ? item.y() >= from.y() + from.height()
                        : item.y() + item.height() <= from.y())
                .min((a, b) -> Double.compare(distance(from, a), distance(from, b))).ifPresent(this::pick);
    }

    private static double distance(Item a, Item b) {
        double dx = a.x() + a.width() / 2 - b.x() - b.width() / 2;
        double dy = a.y() + a.height() / 2 - b.y() - b.height() / 2;
        return Math.abs(dx) + 3 * Math.abs(dy);
    }

    private void reveal(Item item) {
        int left = Math.round((float) item.x() * zoom);
        int top = Math.round((float) item.y() * zoom);
        int right = Math.round((float) (item.x() + item.width()) * zoom);
        int bottom = Math.round((float) (item.y() + item.height()) * zoom);
        var origin = scrolled.getOrigin();
        var area = scrolled.getClientArea();
        int x = left < origin.x ? left : right > origin.x + area.width ? right - area.width : origin.x;
        int y = top < origin.y ? top : bottom > origin.y + area.height ? bottom - area.height : origin.y;
        if (x != origin.x || y != origin.y) {
            scrolled.setOrigin(x, y);
        }
    }

    /** The items as the children of a list, for those who do not see them. */
    private void speak() {
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID >= 0 && event.childID < picture.items().size()
                        ? picture.items().get(event.childID).name()
                        : picture.title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                if (event.childID >= 0 && event.childID < picture.items().size()) {
                    event.result = picture.items().get(event.childID).tip();
                }
            }
        });
        canvas.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = picture.items().size();
            }

            @Override
            public void getFocus(AccessibleControlEvent event) {
                event.childID = chosen().map(picture.items()::indexOf).orElse(ACC.CHILDID_SELF);
            }
        });
    }
}
