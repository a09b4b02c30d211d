package org.xstate.ui.machine.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.xstate.analysis.machine.TimelinePicture;
import org.xstate.analysis.machine.TimelineWindow;
import org.xstate.sim.run.Position;
import org.xstate.sim.trace.Timeline;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Palette;
import org.xstate.ui.picture.PicturePainter;

/**
 * Draws the part of a timeline that is visible, scrolled and zoomed. The mouse goes to a step, marks steps by dragging, zooms
 * with Ctrl and the wheel; arrow keys go to the next step, with Ctrl to the next event, with Shift they mark.
 */
final class TimelineCanvas {

    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 160;
    private static final double STEP = 1.3;
    /** A short execution does not fill a wide view: its arrows would be too far apart to be seen together. */
    private static final double WIDEST_FITTED = 84;

    private final Canvas canvas;
    private final PicturePainter painter;
    private final IntConsumer goTo;
    private Optional<Timeline> timeline = Optional.empty();
    private Optional<Position> place = Optional.empty();
    private Optional<TimelineWindow.Range> selection = Optional.empty();
    private Set<Timeline.Tick> ticks = EnumSet.allOf(Timeline.Tick.class);
    private double first;
    private double scale = TimelineWindow.READABLE;
    private boolean fitted = true;
    private int top;
    private Optional<Integer> pressed = Optional.empty();
    private Optional<Drawn> drawn = Optional.empty();
    private Picture picture = Picture.empty("");
    private Runnable moved = () -> {
    };
    private IntFunction<String> tips = step -> "";

    /** What a picture is of. */
    private record Drawn(Timeline timeline, TimelineWindow window) {
    }

    /** @param goTo is told the step to which the user wants to go */
    TimelineCanvas(Composite parent, IntConsumer goTo) {
        this.goTo = goTo;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
        painter = new PicturePainter(parent.getDisplay());
        canvas.addListener(SWT.Paint, event -> timeline.ifPresent(shown -> paint(event, shown)));
        canvas.addListener(SWT.Dispose, event -> painter.dispose());
        canvas.addListener(SWT.Resize, event -> update());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, event -> zoomToSelection());
        canvas.addListener(SWT.MouseWheel, this::wheel);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> {
            first = canvas.getHorizontalBar().getSelection() / scale;
            update();
        });
        canvas.getVerticalBar().addListener(SWT.Selection, event -> {
            top = canvas.getVerticalBar().getSelection();
            canvas.redraw();
        });
        canvas.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.timeline_title + place
                        .map(at -> ", " + tips.apply(at.step()).lines().findFirst().orElse("")).orElse("");
            }
        });
    }

    private void paint(Event event, Timeline shown) {
        boolean dark = Palette.isDark(canvas);
        // contrasts are those of the picture's own background
        event.gc.setBackground(Palette.color(Ink.BACKGROUND, dark));
        event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        painter.paint(event.gc, picture(shown), 0, -top, 1, dark);
    }

    /** Made once for many paintings: focus, the pointer and scrolling down change nothing of it. */
    private Picture picture(Timeline shown) {
        Drawn wanted = new Drawn(shown, window());
        if (!drawn.equals(Optional.of(wanted))) {
            drawn = Optional.of(wanted);
            picture = TimelinePicture.of(shown, wanted.window());
        }
        return picture;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Told whenever another part is shown. */
    void onMoved(Runnable told) {
        moved = told;
    }

    /** @param told gives what is said about a step */
    void onTip(IntFunction<String> told) {
        tips = told;
    }

    TimelineWindow window() {
        Rectangle area = canvas.getClientArea();
        boolean legend = timeline.filter(shown -> TimelinePicture.heightWithLegend(shown) < area.height)
                .isPresent();
        return new TimelineWindow(first, scale, Math.max(TimelineWindow.NAMES + 1, area.width), place,
                selection, ticks, legend);
    }

    Optional<Timeline> timeline() {
        return timeline;
    }

    Optional<TimelineWindow.Range> selection() {
        return selection;
    }

    /** Another timeline; all of it is shown as long as the user has not zoomed. */
    void show(Optional<Timeline> shown) {
        timeline = shown;
        selection = selection.filter(range -> shown.filter(one -> range.to() <= one.steps()).isPresent());
        update();
    }

    void place(Optional<Position> at) {
        boolean other = !at.map(Position::step).equals(place.map(Position::step));
        place = at;
        if (other) {
            at.ifPresent(one -> reveal(one.step()));
        }
        canvas.redraw();
    }

    void ticks(Set<Timeline.Tick> shown) {
        ticks = EnumSet.noneOf(Timeline.Tick.class);
        ticks.addAll(shown);
        canvas.redraw();
    }

    private int steps() {
        return timeline.map(Timeline::steps).orElse(0);
    }

    private double room() {
        return Math.max(1, canvas.getClientArea().width - TimelineWindow.NAMES - 2);
    }

    private void update() {
        if (fitted) {
            scale = Math.clamp(room() / (steps() + 1), SMALLEST, WIDEST_FITTED);
            first = 0;
        }
        first = Math.clamp(first, 0, Math.max(0, steps() + 1 - room() / scale));
        ScrollBar bar = canvas.getHorizontalBar();
        int whole = (int) Math.ceil((steps() + 1) * scale);
        int thumb = (int) Math.min(whole, room());
        bar.setValues((int) Math.round(first * scale), 0, Math.max(1, whole), Math.max(1, thumb),
                (int) Math.max(1, scale), Math.max(1, thumb));
        bar.setEnabled(whole > thumb);
        int height = timeline.map(shown -> (int) TimelinePicture.height(shown)).orElse(0);
        int visible = canvas.getClientArea().height;
        top = Math.clamp(top, 0, Math.max(0, height - visible));
        canvas.getVerticalBar().setValues(top, 0, Math.max(1, height), Math.max(1, Math.min(height, visible)),
                16,
                Math.max(1, visible));
        canvas.getVerticalBar().setVisible(height > visible);
        canvas.redraw();
        moved.run();
    }

    /** Scrolls until the step is in sight. */
    void reveal(int step) {
        double steps = room() / scale;
        if (step < first) {
            first = step - steps / 4;
        } else if (step + 1 > first + steps) {
            first = step + 1 - steps * 3 / 4;
        }
        update();
    }

    void scrollTo(double step) {
        fitted = false;
        first = step - room() / scale / 2;
        update();
    }

    void zoom(boolean in) {
        double middle = place.map(Position::step)
                .filter(step -> step >= first && step <= first + room() / scale)
                .map(step -> step + 0.5).orElse(first + room() / scale / 2);
        zoom(in ? STEP : 1 / STEP, middle);
    }

    private void zoom(double factor, double around) {
        fitted = false;
        double at = (around - first) * scale;
        scale = Math.clamp(scale * factor, SMALLEST, LARGEST);
        first = around - at / scale;
        update();
    }

    void fit() {
        fitted = true;
        update();
    }

    void zoomToSelection() {
        selection.ifPresent(range -> {
            fitted = false;
            scale = Math.clamp(room() / (range.to() - range.from() + 1), SMALLEST, LARGEST);
            first = range.from();
            update();
        });
    }

    private int clamped(int step) {
        return Math.clamp(step, 0, steps());
    }

    private void key(Event event) {
        int at = place.map(Position::step).orElse(0);
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        switch (event.keyCode) {
            case SWT.ARROW_LEFT, SWT.ARROW_RIGHT -> {
                boolean forward = event.keyCode == SWT.ARROW_RIGHT;
                int to = control
                        ? event(at, forward).orElse(at)
                        : clamped(at + (forward ? 1 : -1));
                if (shift) {
                    mark(at, to);
                }
                goTo.accept(to);
            }
            case SWT.PAGE_DOWN -> goTo.accept(clamped(at + (int) Math.max(1, room() / scale)));
            case SWT.PAGE_UP -> goTo.accept(clamped(at - (int) Math.max(1, room() / scale)));
            case SWT.HOME -> goTo.accept(0);
            case SWT.END -> goTo.accept(steps());
            case SWT.ESC -> {
                selection = Optional.empty();
                canvas.redraw();
            }
            default -> {
                switch (event.character) {
                    case '+', '=' -> zoom(true);
                    case '-' -> zoom(false);
                    case '0' -> fit();
                    default -> event.doit = true;
                }
            }
        }
    }

    /** The next step with an event that is shown. */
    Optional<Integer> event(int from, boolean forward) {
        int bits = ticks.stream().mapToInt(tick -> 1 << tick.ordinal()).sum();
        return timeline.flatMap(shown -> {
            var next = shown.next(from, forward, bits);
            return next.isPresent() ? Optional.of(next.getAsInt()) : Optional.empty();
        });
    }

    private void mark(int from, int to) {
        TimelineWindow.Range old = selection.orElse(new TimelineWindow.Range(from, from));
        int other = old.from() == from && old.to() != from ? old.to() : old.to() == from ? old.from() : from;
        selection = Optional.of(new TimelineWindow.Range(Math.min(other, to), Math.max(other, to)));
    }

    private void down(Event event) {
        canvas.setFocus();
        if (event.button == 1 && timeline.isPresent() && event.x > TimelineWindow.NAMES) {
            pressed = Optional.of(clamped(window().step(event.x)));
        }
    }

    private void move(Event event) {
        if (pressed.isPresent() && (event.stateMask & SWT.BUTTON1) != 0) {
            int from = pressed.get();
            int to = clamped(window().step(event.x));
            if (from != to) {
                selection = Optional.of(new TimelineWindow.Range(Math.min(from, to), Math.max(from, to)));
                canvas.redraw();
            }
            return;
        }
        int step = timeline.isPresent() && event.x > TimelineWindow.NAMES ? window().step(event.x) : -1;
        String tip = step >= 0 && step <= steps() ? tips.apply(step) : "";
        if (!tip.equals(Optional.ofNullable(canvas.getToolTipText()).orElse(""))) {
            canvas.setToolTipText(tip);
        }
    }

    private void up(Event event) {
        pressed.ifPresent(from -> {
            int to = clamped(window().step(event.x));
            pressed = Optional.empty();
            if (from == to) {
                selection = Optional.empty();
                goTo.accept(to);
            }
            canvas.redraw();
        });
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            double around = first + Math.max(0, event.x - TimelineWindow.NAMES) / scale;
            zoom(event.count > 0 ? STEP : 1 / STEP, around);
        } else {
            fitted = false;
            first -= event.count * 16 / scale;
            update();
        }
        event.doit = false;
    }
}
