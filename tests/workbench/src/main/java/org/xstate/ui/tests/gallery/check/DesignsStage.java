package org.xstate.ui.tests.gallery.check;

import java.util.Optional;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** The matrix, on the whole window, and then its costs. */
final class DesignsStage implements Stage {

    private Optional<IViewPart> view = Optional.empty();

    @Override
    public String name() {
        return "designs";
    }

    @Override
    public void set() {
        IViewPart opened = Ui.open("org.xstate.ui.check.designs", IViewPart.class);
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(opened), IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.await("the matrix is computed", () -> Ui.find(Ui.area(opened), Table.class, one -> true)
                .filter(table -> table.getItemCount() > 20).isPresent());
        view = Optional.of(opened);
    }

    @Override
    public Optional<Stage> next() {
        return view.map(Costs::new);
    }
}
