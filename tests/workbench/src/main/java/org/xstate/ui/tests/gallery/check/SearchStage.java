package org.xstate.ui.tests.gallery.check;

import org.eclipse.core.resources.IResource;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.WorkbenchPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.check.ChecksDriver;
import org.xstate.ui.tests.check.SeedProject;
import org.xstate.ui.tests.gallery.Stage;

/** Some decisions of the proposal, all their combinations judged. */
final class SearchStage implements Stage {

    private static final String VIEW = "org.xstate.ui.check.search";

    @Override
    public String name() {
        return "designs-search";
    }

    @Override
    public void set() {
        SeedProject project = new SeedProject("searched", "seed");
        IResource file = project.file("seed/begin-finish.c");
        IViewPart view = Ui.open(VIEW, IViewPart.class);
        ChecksDriver.execute("org.xstate.ui.check.search", VIEW, file);
        Ui.await("the search has ended", () -> ((WorkbenchPart) view).getContentDescription()
                .contains("combinations are right"));
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
            Ui.find(Ui.area(view), Table.class, one -> true).orElseThrow().setSelection(0);
            return null;
        });
        Ui.settle();
    }
}
