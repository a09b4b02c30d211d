package org.xstate.ui.tests.gallery.check;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.ChecksDriver;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** The counterexamples of the proposal, one of them told. */
final class CounterexamplesStage implements Stage {

    @Override
    public String name() {
        return "counterexamples";
    }

    @Override
    public void set() {
        SeedProject project = new SeedProject("violated", "seed");
        ChecksDriver.checked(project.file("seed/begin-finish.c"));
        IViewPart view = Ui.open("org.xstate.ui.check.counterexamples", IViewPart.class);
        Table table = Ui.on(() -> Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow());
        Ui.await("they are listed", () -> table.getItemCount() > 0);
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.settle();
        Rows.select(table, 1, "as_posted");
    }
}
