package org.xstate.ui.tests.check;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.bench.Workload;

/** A check of many scenarios, each with a counterexample, while both views that show its results are open; then their list. */
final class ChecksWorkload implements Workload {

    /** As many as the largest suites have where it is measured. */
    private static final int SCENARIOS = Boolean.getBoolean("xstate.ui.tests.bench") ? 500 : 40;
    private static final int CHOSEN = 10;

    private SeedProject project;
    private Table table;

    @Override
    public String name() {
        return "results of %d checks coming in, and their counterexamples listed".formatted(SCENARIOS);
    }

    @Override
    public void prepare() throws Exception {
        project = new SeedProject("many", "seed");
        Path file = project.path("many.c");
        Files.writeString(file, text());
        project.file("many.c").refreshLocal(0, null);
        ChecksDriver.view();
        ChecksDriver.clear();
        IViewPart view = Ui.open("org.xstate.ui.check.counterexamples", IViewPart.class);
        table = Ui.on(() -> Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow());
    }

    private static String text() {
        StringBuilder text = new StringBuilder("range(0, 9) n;\n");
        for (int i = 0; i < SCENARIOS; i++) {
            text.append("""

                    scenario(count_%d)
                    {
                    	expect_violation("below_%1$d");
                    }

                    rule(more)
                    {
                    	assume(n < 9);
                    	n += 1;
                    }

                    property(below_%1$d, "the count stays low")
                    {
                    	return n < %d;
                    }
                    """.formatted(i, 2 + i % 8));
        }
        return text.toString();
    }

    @Override
    public void run() {
        ChecksDriver.check(project.file("many.c"));
        Ui.await("every counterexample is listed", () -> table.getItemCount() == SCENARIOS);
        Ui.open("org.xstate.ui.check.counterexamples", IViewPart.class);
        for (TableColumn column : Ui.on(table::getColumns)) {
            Ui.send(column, SWT.Selection, new Event());
        }
        for (int i = 0; i < CHOSEN; i++) {
            int row = SCENARIOS / CHOSEN * i;
            TableItem item = Ui.on(() -> {
                table.setSelection(row);
                return table.getItem(row);
            });
            Event event = new Event();
            event.item = item;
            Ui.send(table, SWT.Selection, event);
        }
    }

    @Override
    public void end() {
        ChecksDriver.view();
        ChecksDriver.clear();
        project.close();
    }
}
