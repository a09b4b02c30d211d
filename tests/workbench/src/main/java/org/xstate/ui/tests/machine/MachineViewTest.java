package org.xstate.ui.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.ViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.analysis.picture.Item;
import org.xstate.sim.run.Position;
import org.xstate.ui.Exportable;
import org.xstate.ui.Linked;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Ui;

/** The machine of the seed's proposal; what must be seen is told in docs/kernel-model.md, "what is wrong with it". */
class MachineViewTest {

    private static final String REGISTERS_PASID = "CPU:0:PASID";

    private IViewPart view;
    private Session session;

    @BeforeEach
    void openOnTheSeed() {
        view = Ui.open("org.xstate.ui.machine.machine", IViewPart.class);
        session = Executions.show(Executions.seed());
    }

    @AfterEach
    void close() {
        Executions.none();
    }

    private Exportable export() {
        return Ui.on(() -> view.getAdapter(Exportable.class));
    }

    private Item item(String id) {
        return export().picture().orElseThrow().items().stream().filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void click(String id) {
        Item item = item(id);
        Canvas canvas = canvas();
        Event event = new Event();
        event.button = 1;
        event.x = (int) (item.x() + item.width() / 2);
        event.y = (int) (item.y() + item.height() / 2);
        Ui.send(canvas, SWT.MouseDown, event);
    }

    private Canvas canvas() {
        return Ui.on(() -> Ui.find(Ui.area(view), Canvas.class, one -> one.getClass() == Canvas.class)
                .orElseThrow());
    }

    private void go(int step, int event) {
        session.moveTo(new Position(step, event));
        Ui.settle();
    }

    private void run(String action) {
        Ui.on(() -> {
            IAction found = Arrays
                    .stream(view.getViewSite().getActionBars().getToolBarManager().getItems())
                    .filter(ActionContributionItem.class::isInstance)
                    .map(one -> ((ActionContributionItem) one).getAction())
                    .filter(one -> one.getText().replace("&", "").equals(action)).findFirst().orElseThrow();
            assertTrue(found.isEnabled(), action);
            found.run();
            return null;
        });
        Ui.settle();
    }

    @Test
    void atTheEndTheRegistersHoldTheOldPasid() {
        assertEquals("registers of CPU0, PASID: wrong, V1", item(REGISTERS_PASID).name());
        assertTrue(item(REGISTERS_PASID).tip().contains("A must see V2"), item(REGISTERS_PASID).tip());
    }

    @Test
    void atTheBeginningTheRegistersAreTheCopyThatCounts() {
        run("To the beginning");
        assertEquals(new Position(0, 0), session.position());
        assertEquals("registers of CPU0, PASID: canonical, V1", item(REGISTERS_PASID).name());
        assertEquals("buffer of A, PASID: stale, init", item("TASK:0:PASID").name());
    }

    @Test
    void steppingBackGoesLineByLine() {
        run("Step back");
        assertEquals(8, session.position().step());
        assertTrue(export().text().orElseThrow().contains("kernel/core.c:73"), export().text().orElseThrow());
        run("Step forward");
        assertTrue(export().text().orElseThrow().contains("VIOLATED update_is_kept"));
    }

    @Test
    void theViewFollowsWhoeverMovesTheSession() {
        go(2, 3);
        assertTrue(export().text().orElseThrow().contains("step 2 of 8"));
    }

    @Test
    void aChosenCopySaysWhichStatementWroteIt() {
        click("TASK:0:PASID");
        Ui.await("the line tells of xsaves",
                () -> Ui.find(Ui.area(view), Link.class, one -> one.getText().contains("xsaves"))
                        .isPresent());
        String text = Ui
                .on(() -> Ui.find(Ui.area(view), Link.class, one -> one.getText().contains("xsaves")))
                .orElseThrow().toString();
        assertFalse(text.isEmpty());
    }

    @Test
    void theLinkGoesToTheStatementThatWroteTheCopy() {
        click("TASK:0:PASID");
        Ui.await("there is a link",
                () -> Ui.find(Ui.area(view), Link.class, one -> one.getText().contains("xsaves"))
                        .isPresent());
        Link link = Ui.on(() -> Ui.find(Ui.area(view), Link.class, one -> one.getText().contains("xsaves")))
                .orElseThrow();
        Ui.send(link, SWT.Selection, new Event());
        assertEquals(6, session.position().step());
        assertTrue(export().text().orElseThrow().contains("xsaves: registers of CPU0 → buffer of A, PASID"),
                export().text().orElseThrow());
    }

    @Test
    void thePreviousChangeOfARegisterIsFound() {
        click("CPU:0:AVX");
        run("Previous change of the copy");
        Ui.await("the session stands at step 1", () -> session.position().step() == 1);
        assertTrue(item("CPU:0:AVX").name().endsWith("canonical, V1, was init"), item("CPU:0:AVX").name());
    }

    @Test
    void aColumnIsPublishedAsTheComponent() {
        List<Linked.Subject> told = new ArrayList<>();
        BiConsumer<Object, Linked.Subject> follower = (origin, subject) -> told.add(subject);
        Linked.follow(follower);
        try {
            click("column:PASID");
        } finally {
            Linked.unfollow(follower);
        }
        assertEquals(List.of(new Linked.Subject.Component(10)), told);
    }

    @Test
    void theArrowKeysGoFromCopyToCopy() {
        Event event = new Event();
        event.keyCode = SWT.HOME;
        Ui.send(canvas(), SWT.KeyDown, event);
        Event next = new Event();
        next.keyCode = SWT.ARROW_DOWN;
        Ui.send(canvas(), SWT.KeyDown, next);
        String said = Ui.on(() -> Ui.find(Ui.area(view), Label.class,
                one -> one.getText().startsWith("registers of CPU0, AVX")).map(Label::getText).orElse(""));
        assertTrue(said.contains("canonical, V1"), said);
    }

    @Test
    void theDescriptionNamesTheSession() {
        assertEquals("begin-finish.c as_posted", Ui.on(() -> ((ViewPart) view).getContentDescription()));
    }

    @Test
    void withoutASessionTheViewSaysWhatToDo() {
        Executions.none();
        String text = Ui.on(() -> Ui.find(Ui.area(view), Label.class, one -> one.isVisible())
                .map(Label::getText).orElse(""));
        assertTrue(text.contains("There is no execution yet"), text);
        assertTrue(export().text().isEmpty());
    }

    @Test
    void theCommandBehindTheViewIsTold() {
        assertTrue(
                export().command()
                        .endsWith("begin-finish.c --scenario as_posted --schedule \"A*8\" --machine 8"),
                export().command());
    }
}
