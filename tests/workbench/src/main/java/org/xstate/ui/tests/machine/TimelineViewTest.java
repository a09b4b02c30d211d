package org.xstate.ui.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.sim.run.Position;
import org.xstate.sim.run.Simulation;
import org.xstate.ui.Exportable;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Ui;

/** The timeline of the seed's counterexample: eight steps, of which the sixth saves and the eighth violates. */
class TimelineViewTest {

    private IViewPart view;
    private Session session;

    @BeforeEach
    void openOnTheSeed() {
        view = Ui.open("org.xstate.ui.machine.timeline", IViewPart.class);
        session = Executions.show(Executions.seed());
        Ui.await("the timeline is there", () -> view.getAdapter(Exportable.class).picture().isPresent());
    }

    @AfterEach
    void close() {
        Executions.none();
    }

    private Picture picture() {
        return Ui.on(() -> view.getAdapter(Exportable.class).picture().orElseThrow());
    }

    private Canvas lanes() {
        return Ui.on(() -> Ui.find(Ui.area(view), Canvas.class,
                one -> one.getClass() == Canvas.class && one.getHorizontalBar() != null).orElseThrow());
    }

    private Item step(int number) {
        return picture().items().stream().filter(item -> item.id().equals("step:" + number)).findFirst()
                .orElseThrow();
    }

    private void key(int code, int modifiers) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = modifiers;
        Ui.send(lanes(), SWT.KeyDown, event);
    }

    private void type(char character) {
        Event event = new Event();
        event.character = character;
        Ui.send(lanes(), SWT.KeyDown, event);
    }

    private void click(int number) {
        Item item = step(number);
        for (int type : new int[]{SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.button = 1;
            event.x = (int) (item.x() + item.width() / 2);
            event.y = 40;
            Ui.send(lanes(), type, event);
        }
    }

    private void find(String what) {
        Text text = Ui.on(() -> Ui.find(Ui.area(view), Text.class, one -> true).orElseThrow());
        Ui.on(() -> {
            text.setText(what);
            return null;
        });
        Ui.send(text, SWT.DefaultSelection, new Event());
    }

    @Test
    void theSixthStepSavesAndWritesTheBuffer() {
        assertEquals("step 6: A on CPU0, kernel; save, memory write", step(6).name());
    }

    @Test
    void theLastStepIsMarkedAsTheViolation() {
        assertTrue(step(8).name().endsWith("violation"), step(8).name());
    }

    @Test
    void aClickGoesToTheStep() {
        click(3);
        assertEquals(3, session.position().step());
    }

    @Test
    void theArrowKeysGoFromStepToStep() {
        key(SWT.ARROW_LEFT, 0);
        assertEquals(7, session.position().step());
        key(SWT.ARROW_RIGHT, 0);
        assertEquals(8, session.position().step());
    }

    @Test
    void withControlTheArrowKeysGoFromEventToEvent() {
        key(SWT.HOME, 0);
        assertEquals(new Position(0, 0), session.position());
        key(SWT.ARROW_RIGHT, SWT.MOD1);
        assertEquals(1, session.position().step());
        key(SWT.ARROW_RIGHT, SWT.MOD1);
        assertEquals(6, session.position().step());
    }

    @Test
    void endGoesToTheEndOfTheExecution() {
        key(SWT.HOME, 0);
        key(SWT.END, 0);
        assertEquals(session.<Position>read(Simulation::end), session.position());
    }

    @Test
    void aTextIsFoundInTheStatements() {
        key(SWT.HOME, 0);
        find("fpregs_lock");
        Ui.await("it stands where the lock is taken", () -> session.position().step() == 6);
    }

    @Test
    void aTextIsFoundInWhatChanged() {
        key(SWT.HOME, 0);
        find("AVX init → V1");
        Ui.await("it stands where AVX is written", () -> session.position().step() == 1);
    }

    @Test
    void whatIsNotThereIsSaid() {
        find("no such thing");
        Ui.await("it is said", () -> Ui.find(Ui.area(view), Label.class,
                one -> one.getText().contains("nothing more with 'no such thing'")).isPresent());
        assertEquals(8, session.position().step());
    }

    @Test
    void zoomingInShowsFewerSteps() {
        double before = step(8).width();
        type('+');
        assertTrue(step(8).width() > before);
        type('0');
        assertEquals(before, step(8).width(), 0.01);
    }

    @Test
    void markedStepsAreWhatIsCopiedAsText() {
        key(SWT.ARROW_LEFT, SWT.SHIFT);
        String text = Ui.on(() -> view.getAdapter(Exportable.class).text().orElseThrow());
        assertTrue(text.startsWith("     7"), text);
        assertTrue(text.contains("clear_thread_flag(TIF_NEED_FPU_LOAD)   | A TIF 1 → 0"), text);
    }

    @Test
    void anExecutionThatGoesOnIsDrawnFurther() {
        session = Executions.show(Executions.session("seed/begin-finish.c", "as_posted", "A*3"));
        Ui.await("three steps are there", () -> picture().title().contains("3 steps"));
        session.take(0);
        Ui.await("a fourth is there", () -> picture().title().contains("4 steps"));
    }

    @Test
    void aModelInRuleFormHasALaneForEachRule() {
        session = Executions.show(Executions.chance("anchors/S.c", "", 30));
        Ui.await("its steps are there", () -> picture().title().contains("30 steps"));
        assertTrue(step(1).name().matches("step 1: [a-z_]+"), step(1).name());
    }

    @Test
    void aHundredThousandStepsAreReachedAtOnce() {
        session = Executions.show(Executions.many(100_000));
        Ui.await("all are drawn", () -> view.getAdapter(Exportable.class).picture()
                .filter(picture -> picture.title().contains("100,000 steps")).isPresent());
        key(SWT.HOME, 0);
        key(SWT.END, 0);
        assertEquals(100_000, session.position().step());
        assertTrue(picture().shapes().size() < 20_000, "columns share steps");
    }
}
