package org.xstate.ui.tests.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.WorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xstate.ui.Exportable;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The view that {@code xstate designs --search} stands behind, on a model whose answer is counted by hand. */
class SearchViewTest {

    private static final String VIEW = "org.xstate.ui.check.search";

    /** Unchecked, only jumps by 1 are right from both beginnings; checked, all three: 4 of 6. */
    private static final String JUMPS = """
            knob_range(jump, 1, 3, 2);
            knob_flag(checked, false);
            knob(entry, ENTRY_ZERO, ENTRY_ONE);
            range(0, 9) x;
            setup(start) { if (entry == ENTRY_ONE) x = 1; }
            rule(go)
            {
            	assume(x < 4);
            	x = x + jump;
            }
            property(four, "x does not pass four unchecked") { return x <= 4 || checked; }
            """;

    private SeedProject project;
    private IViewPart view;

    @BeforeEach
    void search() throws IOException {
        project = new SeedProject("searched", "seed");
        Files.writeString(project.path("seed/jumps.c"), JUMPS);
        IResource file = Ui.on(() -> {
            project.file("seed/jumps.c").refreshLocal(IResource.DEPTH_ZERO, null);
            return project.file("seed/jumps.c");
        });
        view = Ui.open(VIEW, IViewPart.class);
        ChecksDriver.execute("org.xstate.ui.check.search", VIEW, file);
        Ui.await("the search has ended", () -> description().contains("combinations are right"));
    }

    @AfterEach
    void closeView() {
        Ui.on(() -> {
            Ui.page().hideView(view);
            return null;
        });
        project.close();
    }

    private String description() {
        return ((WorkbenchPart) view).getContentDescription();
    }

    private Table table() {
        return Ui.on(() -> Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow());
    }

    private String report() {
        return Ui.on(() -> Ui.find(Ui.area(view), StyledText.class, one -> true).orElseThrow().getText());
    }

    @Test
    void theAnswerIsTheCommands() {
        assertTrue(Ui.on(this::description).startsWith("seed/jumps.c: 4 of 6 combinations are right"),
                Ui.on(this::description));
        assertTrue(report().startsWith("4 of 6 combinations are right"), report());
        Exportable exportable = Ui.on(() -> view.getAdapter(Exportable.class));
        assertEquals("xstate designs --search seed/jumps.c", Ui.on(exportable::command));
        assertEquals(report() + "\n", Ui.on(exportable::text).orElseThrow());
    }

    @Test
    void eachCombinationIsARowThatSaysWhatItChangesAndWhy() {
        Table table = table();
        // a virtual table has the texts of rows that were asked for
        Ui.on(() -> {
            for (int i = 0; i < table.getItemCount(); i++) {
                table.showItem(table.getItem(i));
                table.getItem(i).getText();
            }
            return null;
        });
        List<String> rows = Rows.of(table);
        assertEquals(6, rows.size());
        assertEquals(4, rows.stream().filter(row -> row.startsWith("right|")).count(), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("right|1|1 *|false|")), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("WRONG|0|2|false|four in jumps")),
                rows.toString());
    }

    @Test
    void aWrongCombinationOpensItsCounterexample() {
        try (RecordedOpenings debugger = new RecordedOpenings()) {
            Table table = table();
            Ui.send(Ui.on(() -> table.getColumn(0)), SWT.Selection, new Event());
            Ui.on(() -> {
                table.setSelection(0);
                table.getItem(0).getText();
                return null;
            });
            Event event = new Event();
            event.item = Ui.on(() -> table.getItem(0));
            Ui.send(table, SWT.Selection, event);
            Ui.send(table, SWT.DefaultSelection, event);
            Ui.await("the debugger is asked", () -> !debugger.opened().isEmpty());
            assertEquals("four", debugger.opened().getFirst().trace().property().orElseThrow());
        }
    }
}
