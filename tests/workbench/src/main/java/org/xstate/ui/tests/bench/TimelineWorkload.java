package org.xstate.ui.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IViewPart;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.LoadOptions;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.scenario.ScenarioLoader;
import org.xstate.ui.Contributed;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Keys;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.machine.Executions;

/** Scrolling and zooming through a long execution. */
final class TimelineWorkload implements Workload {

    /** As long as users may have it where it is measured; a tenth in tests, since every step has to be simulated first. */
    private static final int STEPS = Boolean.getBoolean("xstate.ui.tests.bench") ? 100_000 : 10_000;
    private static final int ZOOMS = 10;
    private static final int NOTCHES = 30;
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
    private Canvas canvas;

    @Override
    public String name() {
        return "a timeline of %,d steps scrolled and zoomed".formatted(STEPS);
    }

    @Override
    public void prepare() throws IOException {
        IViewPart view = Ui.open("org.xstate.ui.machine.timeline", IViewPart.class);
        if (session.isEmpty()) {
            session = Optional.of(simulated());
        }
        Executions.show(session.get());
        canvas = Ui.on(() -> Ui.all(Ui.area(view), Canvas.class).stream().filter(Control::isVisible)
                .filter(one -> one.getClass() == Canvas.class && one.getHorizontalBar() != null).findFirst()
                .orElseThrow());
    }

    private static Session simulated() throws IOException {
        Path file = Files.createTempFile("endless", ".c");
        try (Contributed contributed = Contributed.open()) {
            Files.writeString(file, ENDLESS);
            Scenario scenario = ScenarioLoader
                    .load(file.toString(), LoadOptions.of(contributed.current().orElseThrow())).getFirst()
                    .scenario().orElseThrow();
            Simulation simulation = Simulation.of(scenario.machine());
            SplittableRandom random = new SplittableRandom(1);
            simulation.run(possible -> random.nextInt(possible.size()), List.of(), STEPS);
            if (simulation.steps() < STEPS) {
                throw new IllegalStateException("the execution has " + simulation.steps() + " steps only");
            }
            return new Session("endless.c by chance", scenario, simulation);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void run() {
        for (int i = 0; i < ZOOMS; i++) {
            wheel(3, SWT.MOD1);
        }
        for (int i = 0; i < NOTCHES; i++) {
            wheel(-3, 0);
        }
        Keys.press(canvas, "END", "PAGE_UP", "PAGE_UP", "HOME", "PAGE_DOWN", "ARROW_RIGHT",
                "CTRL+ARROW_RIGHT", "0");
    }

    private void wheel(int count, int modifiers) {
        Event event = new Event();
        event.count = count;
        event.stateMask = modifiers;
        event.x = Ui.on(() -> canvas.getClientArea().width / 2);
        event.y = 40;
        Ui.send(canvas, SWT.MouseWheel, event);
    }
}
