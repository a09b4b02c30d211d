package org.xstate.ui.tests.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.sim.run.Position;
import org.xstate.ui.session.Session;
import org.xstate.ui.tests.Ui;

/** The seed's counterexample as {@code xstate run} prints it. */
class StepsViewTest {

    private IViewPart view;
    private Session session;

    @BeforeEach
    void openOnTheSeed() {
        view = Ui.open("org.xstate.ui.machine.steps", IViewPart.class);
        session = Executions.show(Executions.seed());
    }

    @AfterEach
    void close() {
        Executions.none();
    }

    private Tree tree() {
        return Ui.on(() -> Ui.find(Ui.area(view), Tree.class, one -> true).orElseThrow());
    }

    private void choose(TreeItem item) {
        Ui.on(() -> {
            item.getParent().setSelection(item);
            return null;
        });
        Event event = new Event();
        event.item = item;
        Ui.send(tree(), SWT.Selection, event);
    }

    @Test
    void aRowTellsWhoDidWhatWhereAndWhatItChanged() {
        Tree tree = tree();
        String[] texts = Ui.on(() -> {
            TreeItem item = tree.getItem(0);
            return new String[]{item.getText(0), item.getText(1), item.getText(2), item.getText(3),
                item.getText(4)};
        });
        assertEquals("1", texts[0]);
        assertEquals("CPU0  A user", texts[1]);
        assertEquals("begin-finish.c:84", texts[2]);
        assertEquals("user_write(XFEATURE_AVX, V1)", texts[3]);
        assertEquals("regs AVX init → V1", texts[4]);
    }

    @Test
    void eightStepsAreListed() {
        Tree tree = tree();
        assertEquals(8, Ui.on(tree::getItemCount));
    }

    @Test
    void choosingAStepGoesToItsEnd() {
        Tree tree = tree();
        choose(Ui.on(() -> tree.getItem(2)));
        assertEquals(3, session.position().step());
    }

    @Test
    void choosingALineGoesThere() {
        Tree tree = tree();
        TreeItem line = Ui.on(() -> {
            TreeItem step = tree.getItem(5);
            step.getText();
            step.setExpanded(true);
            TreeItem second = step.getItem(1);
            second.getText();
            return second;
        });
        choose(line);
        Position place = session.position();
        assertEquals(6, place.step());
        assertTrue(Ui.on(() -> line.getText(3)).startsWith("xsaves("));
        assertEquals(place, Ui.on(line::getData));
    }

    @Test
    void theRowOfTheStepIsSelectedWhereverTheSessionGoes() {
        session.moveTo(new Position(2, 3));
        Tree tree = tree();
        Ui.await("the second row is selected",
                () -> tree.getSelectionCount() == 1 && tree.indexOf(tree.getSelection()[0]) == 1);
        assertEquals("2", Ui.on(() -> tree.getSelection()[0].getText(0)));
    }

    @Test
    void aLongExecutionStandsInBlocksWhoseOneOpensWithItsStep() {
        session = Executions.show(Executions.many(2_500));
        Tree tree = tree();
        assertEquals(List.of("1 to 1,000", "1,001 to 2,000", "2,001 to 2,500"), Ui.on(() -> Stream
                .of(tree.getItems()).map(item -> item.getText(0)).toList()));
        session.moveTo(new Position(1_234, 0));
        Ui.await("a step is selected", () -> tree.getSelectionCount() == 1
                && tree.getSelection()[0].getText(0).equals("1234"));
        assertEquals("1,001 to 2,000", Ui.on(() -> tree.getSelection()[0].getParentItem().getText(0)));
        choose(Ui.on(() -> tree.getItem(1).getItem(999)));
        assertEquals(2_000, session.position().step());
        assertEquals(500, Ui.on(() -> tree.getItem(2).getItemCount()));
    }
}
