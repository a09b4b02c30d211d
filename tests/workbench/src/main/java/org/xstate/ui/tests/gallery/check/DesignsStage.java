package org.xstate.ui.tests.gallery.check;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** The matrix, on the whole window. */
final class DesignsStage implements Stage {

    @Override
    public String name() {
        return "designs";
    }

    @Override
    public void set() {
        IViewPart view = open();
        Ui.await("the matrix is computed", () -> Ui.find(Ui.area(view), Table.class, one -> true)
                .filter(table -> table.getItemCount() > 20).isPresent());
    }

    static IViewPart open() {
        IViewPart view = Ui.open("org.xstate.ui.check.designs", IViewPart.class);
        Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(view),
                    org.eclipse.ui.IWorkbenchPage.STATE_MAXIMIZED);
            return null;
        });
        Ui.settle();
        return view;
    }
}
