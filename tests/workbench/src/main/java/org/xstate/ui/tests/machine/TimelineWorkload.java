package org.xstate.ui.tests.machine;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.Exportable;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.bench.Workload;

/** An execution of 100,000 steps is walked and zoomed through. */
final class TimelineWorkload implements Workload {

    private static final int STEPS = 100_000;
    private static final int TIMES = 20;

    private IViewPart timeline;

    @Override
    public String name() {
        return "timeline of 100,000 steps";
    }

    @Override
    public void prepare() {
        timeline = Ui.open("org.xstate.ui.machine.timeline", IViewPart.class);
        Ui.open("org.xstate.ui.machine.steps", IViewPart.class);
        Ui.on(() -> {
            Ui.page().activate(timeline);
            return null;
        });
        Executions.show(Executions.many(STEPS));
        Ui.await("all steps are drawn", () -> timeline.getAdapter(Exportable.class).picture()
                .filter(picture -> picture.title().contains("100,000")).isPresent());
    }

    @Override
    public void run() {
        Canvas lanes = Ui.on(() -> Ui.find(Ui.area(timeline), Canvas.class,
                one -> one.getClass() == Canvas.class && one.getHorizontalBar() != null).orElseThrow());
        key(lanes, SWT.HOME, '\0', 0);
        for (int i = 0; i < TIMES; i++) {
            key(lanes, 0, '+', 0);
            key(lanes, SWT.PAGE_DOWN, '\0', 0);
        }
        key(lanes, 0, '0', 0);
        key(lanes, SWT.END, '\0', 0);
        for (int i = 0; i < TIMES; i++) {
            key(lanes, SWT.ARROW_LEFT, '\0', 0);
        }
        Executions.none();
    }

    private static void key(Canvas canvas, int code, char character, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = modifiers;
        Ui.send(canvas, SWT.KeyDown, event);
        Ui.on(() -> {
            canvas.update();
            return null;
        });
    }
}
