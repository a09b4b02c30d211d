package org.xstate.ui.tests.gallery.check;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** What designs cost, drawn. */
final class CostsStage implements Stage {

    @Override
    public String name() {
        return "designs-costs";
    }

    @Override
    public void set() {
        IViewPart view = DesignsStage.open();
        Ui.await("the matrix is computed", () -> Ui.find(Ui.area(view), Table.class, one -> true)
                .filter(table -> table.getItemCount() > 20).isPresent());
        Ui.on(() -> {
            Ui.find(Ui.area(view), CTabFolder.class, one -> true).orElseThrow().setSelection(1);
            return null;
        });
        Ui.settle();
    }
}
