package org.xstate.ui.tests.debug;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.debug.core.model.IDropToFrame;
import org.eclipse.debug.core.model.IThread;
import org.eclipse.debug.core.model.IWatchExpression;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.ui.session.RecordingOpener;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;
import org.xstate.ui.tests.Ui;

/** Movements in both directions, choices, watches and sessions beside each other. */
class SteppingTest {

    private static final String SEED = "examples/seed/begin-finish.c";

    @AfterEach
    void end() {
        Debugging.clear();
        DebugPlugin.getDefault().getExpressionManager()
                .removeExpressions(DebugPlugin.getDefault().getExpressionManager().getExpressions());
    }

    private static void back(IDebugTarget target, String command) {
        Ui.await("the command is enabled", () -> Ui.isEnabled(command));
        Ui.execute(command);
        Debugging.stands(target);
    }

    private static void select(IDebugTarget target) throws Exception {
        Object frame = Debugging.thread(target, "CPU0").getTopStackFrame();
        org.eclipse.ui.IViewPart debug = Ui.open("org.eclipse.debug.ui.DebugView",
                org.eclipse.ui.IViewPart.class);
        Ui.on(() -> {
            debug.getSite().getSelectionProvider().setSelection(new StructuredSelection(frame));
            return null;
        });
        Ui.settle();
    }

    @Test
    void steppingBackGivesTheIdenticalStateAndPlace() throws Exception {
        IDebugTarget target = Debugging.seed();
        IThread cpu = Debugging.thread(target, "CPU0");
        cpu.stepOver();
        Debugging.stands(target);
        Position position = Debugging.session(target).position();
        long[] state = Debugging.session(target).read(Simulation::state);
        cpu.stepOver();
        Debugging.stands(target);
        assertNotEquals(position, Debugging.session(target).position());
        back(target, "org.xstate.ui.debug.backOver");
        assertEquals(position, Debugging.session(target).position());
        assertArrayEquals(state, Debugging.session(target).read(Simulation::state));
        back(target, "org.xstate.ui.debug.resumeBack");
        assertEquals(new Position(0, 0), Debugging.session(target).position());
        assertFalse(Ui.isEnabled("org.xstate.ui.debug.backOver"), "this is the beginning");
    }

    @Test
    void runningToTheViolationPassesBreakpoints() throws Exception {
        IDebugTarget target = Debugging.seed();
        back(target, "org.xstate.ui.debug.toEnd");
        assertTrue(target.getName().endsWith("violated: update_is_kept"), target.getName());
    }

    @Test
    void droppingToAFrameGoesBackToTheCall() throws Exception {
        IDebugTarget target = Debugging.seed();
        IThread cpu = Debugging.thread(target, "CPU0");
        for (int i = 0; i < 2; i++) {
            cpu.stepOver();
            Debugging.stands(target);
        }
        for (int i = 0; i < 2; i++) {
            cpu.stepInto();
            Debugging.stands(target);
        }
        IDropToFrame top = (IDropToFrame) cpu.getTopStackFrame();
        assertTrue(top.canDropToFrame());
        String caller = cpu.getStackFrames()[1].getName() + ":" + cpu.getStackFrames()[1].getLineNumber();
        top.dropToFrame();
        Debugging.stands(target);
        assertEquals(caller, Debugging.place(cpu));
    }

    @Test
    void aWatchExpressionHasItsValueInEachState() throws Exception {
        IDebugTarget target = Debugging.seed();
        IWatchExpression watch = DebugPlugin.getDefault().getExpressionManager()
                .newWatchExpression("current->need_fpu_load + 1");
        DebugPlugin.getDefault().getExpressionManager().addExpression(watch);
        watch.setExpressionContext(Debugging.thread(target, "CPU0").getTopStackFrame());
        Ui.await("it has a value", () -> !watch.isPending() && watch.getValue() != null);
        assertEquals("1", watch.getValue().getValueString());
        Debugging.session(target).moveTo(new Position(6, Debugging.session(target)
                .<Integer>read(one -> one.moment(6).by().events().size())));
        watch.setExpressionContext(Debugging.thread(target, "CPU0").getTopStackFrame());
        Ui.await("it has another value", () -> !watch.isPending() && watch.getValue() != null
                && value(watch).equals("2"));
    }

    private static String value(IWatchExpression watch) {
        try {
            return watch.getValue().getValueString();
        } catch (org.eclipse.debug.core.DebugException e) {
            return "";
        }
    }

    @Test
    void aWrongWatchExpressionSaysWhy() throws Exception {
        IDebugTarget target = Debugging.seed();
        IWatchExpression watch = DebugPlugin.getDefault().getExpressionManager()
                .newWatchExpression("curren");
        DebugPlugin.getDefault().getExpressionManager().addExpression(watch);
        watch.setExpressionContext(Debugging.thread(target, "CPU0").getTopStackFrame());
        Ui.await("it has an answer", () -> !watch.isPending() && watch.hasErrors());
        assertEquals("no such name 'curren'; did you mean 'current'?", watch.getErrorMessages()[0]);
    }

    @Test
    void theUserChoosesAmongPossibleSteps() throws Exception {
        IDebugTarget target = Debugging.launch(SEED, "target_runs", "ASK", Map.of());
        target.resume();
        Ui.await("the dialog is open", () -> dialog().isPresent());
        Ui.on(() -> {
            Table table = Ui.find(dialog().orElseThrow(), Table.class, _ -> true).orElseThrow();
            assertEquals(2, table.getItemCount());
            assertEquals("B", table.getItem(1).getText(0));
            return null;
        });
        press("Stop Here");
        Debugging.stands(target);
        assertEquals(0, (int) Debugging.session(target).<Integer>read(Simulation::steps));
    }

    private static Optional<Shell> dialog() {
        return Arrays.stream(PlatformUI.getWorkbench().getDisplay().getShells())
                .filter(shell -> shell.getText().equals("Choose a Step")).findFirst();
    }

    private static void press(String name) {
        Button button = Ui.on(() -> Ui.find(dialog().orElseThrow(), Button.class,
                one -> one.getText().replace("&", "").equals(name)).orElseThrow());
        Ui.on(() -> {
            button.getDisplay().asyncExec(() -> button.notifyListeners(SWT.Selection, new Event()));
            return null;
        });
        Ui.await("the dialog is closed", () -> dialog().isEmpty());
    }

    @Test
    void aRecordedCounterexampleStandsAtItsEnd() throws Exception {
        IDebugTarget first = Debugging.seed();
        Session session = Debugging.session(first);
        TraceFile trace = session.read(simulation -> TraceFile.of(session.scenario(), simulation.beginning(),
                simulation.history().stream().skip(1).map(moment -> moment.move()).toList(),
                Optional.of("update_is_kept")));
        ServiceTracker<RecordingOpener, RecordingOpener> tracker = new ServiceTracker<>(
                FrameworkUtil.getBundle(SteppingTest.class).getBundleContext(), RecordingOpener.class, null);
        tracker.open();
        Ui.on(() -> {
            tracker.getService().open("what was found", session.scenario(), trace);
            return null;
        });
        Ui.await("it is shown", () -> Sessions.active()
                .filter(one -> one.label().equals("what was found")).isPresent());
        assertEquals(8, Sessions.active().orElseThrow().position().step());
        tracker.close();
    }

    @Test
    void twoSessionsDoNotDisturbEachOther() throws Exception {
        IDebugTarget first = Debugging.seed();
        IDebugTarget second = Debugging.seed();
        second.resume();
        Debugging.stands(second);
        assertEquals(new Position(0, 0), Debugging.session(first).position());
        assertEquals(8, Debugging.session(second).position().step());
        select(first);
        Ui.await("the views show the one that is selected", () -> Sessions.active()
                .equals(Optional.of(Debugging.session(first))));
        first.terminate();
        second.terminate();
        assertTrue(Sessions.active().isEmpty(), "nothing is left to be shown");
    }

    @Test
    void aScheduleAndASeedAreThoseOfTheCommand() {
        IDebugTarget target = Debugging.launch(SEED, "as_posted", "SCHEDULE",
                Map.of("org.xstate.ui.debug.schedule", "A*3"));
        assertEquals(3, (int) Debugging.session(target).<Integer>read(Simulation::steps));
    }
}
