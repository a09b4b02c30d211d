package org.xstate.ui.tests.machine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.run.Position;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.bench.Workload;

/**
 * A long execution of the kernel's entry, exit and context switch, with the views that follow it open together: stepped,
 * scrolled, zoomed and searched in each of them.
 */
final class TraceWorkload implements Workload {

    /** As long as users may have it where it is measured; a tenth in tests, since every step has to be simulated first. */
    private static final int STEPS = Boolean.getBoolean("xstate.ui.tests.bench") ? 100_000 : 10_000;
    private static final int TIMES = 10;
    private static final String ENDLESS = """
            scenario(endless)
            {
            	cpu_profile("sapphire-rapids");
            	kernel("6.16");
            	cpus(2);
            	features(SSE, AVX);
            	migrations(1);
            }

            task(A)
            {
            	while (1) {
            		user_write(XFEATURE_AVX, V1);
            		enter_kernel();
            		kernel_fpu_section();
            		exit_to_user_mode();
            	}
            }

            task(B)
            {
            	while (1)
            		user_write(XFEATURE_AVX, B1);
            }
            """;

    private Optional<Session> session = Optional.empty();

    @Override
    public String name() {
        return "a trace of %,d steps in Timeline, Steps and Machine".formatted(STEPS);
    }

    @Override
    public void prepare() {
        perspective("simulate");
        if (session.isEmpty()) {
            session = Optional.of(Executions.chance(Map.of("endless.c", ENDLESS), STEPS));
        }
        for (String view : List.of("machine", "steps", "timeline")) {
            open(view);
        }
    }

    private static void perspective(String name) {
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench." + name,
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        Ui.settle();
    }

    private static Control open(String view) {
        IViewPart part = Ui.open("org.xstate.ui.machine." + view, IViewPart.class);
        return Ui.on(() -> Ui.area(part));
    }

    @Override
    public void run() {
        Executions.show(session.orElseThrow());
        timeline();
        walk(Session::back);
        steps();
        walk(Session::forward);
        open("machine");
        walk(Session::back);
    }

    @Override
    public void end() {
        Executions.none();
        perspective("layout");
    }

    private void walk(Consumer<Session> way) {
        for (int i = 0; i < TIMES; i++) {
            way.accept(session.orElseThrow());
            Ui.settle();
        }
    }

    private static void timeline() {
        Control area = open("timeline");
        Canvas lanes = Ui.on(() -> Ui.find(area, Canvas.class,
                one -> one.getClass() == Canvas.class && one.getHorizontalBar() != null).orElseThrow());
        Keys.press(lanes, "HOME", "END", "PAGE_UP", "ARROW_LEFT", "CTRL+ARROW_LEFT");
        for (int i = 0; i < TIMES; i++) {
            wheel(lanes, 3, SWT.MOD1);
        }
        for (int i = 0; i < TIMES; i++) {
            wheel(lanes, -3, 0);
            Keys.press(lanes, "PAGE_DOWN");
        }
        Text search = Ui.on(() -> Ui.find(area, Text.class, one -> true).orElseThrow());
        for (String wanted : List.of("kernel_fpu_begin", "no such statement")) {
            Ui.on(() -> {
                search.setText(wanted);
                return null;
            });
            Ui.send(search, SWT.DefaultSelection, new Event());
        }
        Keys.press(lanes, "0", "HOME");
    }

    private static void wheel(Canvas canvas, int count, int modifiers) {
        Event event = new Event();
        event.count = count;
        event.stateMask = modifiers;
        event.x = Ui.on(() -> canvas.getClientArea().width / 2);
        event.y = 40;
        Ui.send(canvas, SWT.MouseWheel, event);
    }

    /** Pages through the rows, and chooses some. */
    private void steps() {
        Control area = open("steps");
        Tree tree = Ui.on(() -> Ui.find(area, Tree.class, one -> true).orElseThrow());
        for (int i = 0; i < TIMES; i++) {
            int step = STEPS / TIMES * i + 500;
            session.orElseThrow().moveTo(new Position(step, 0));
            Ui.settle();
            Event chosen = new Event();
            Ui.on(() -> {
                TreeItem block = tree.getSelection()[0].getParentItem();
                tree.setTopItem(block.getItem(600));
                tree.setSelection(block.getItem(620));
                chosen.item = block.getItem(620);
                return null;
            });
            Ui.settle();
            Ui.send(tree, SWT.Selection, chosen);
        }
    }
}
