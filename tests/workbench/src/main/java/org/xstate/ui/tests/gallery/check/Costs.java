package org.xstate.ui.tests.gallery.check;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** What the designs of the matrix cost, drawn. */
record Costs(IViewPart view) implements Stage {

    @Override
    public String name() {
        return "designs-costs";
    }

    @Override
    public void set() {
        Ui.on(() -> {
            Ui.find(Ui.area(view), CTabFolder.class, one -> true).orElseThrow().setSelection(1);
            return null;
        });
        Ui.settle();
    }
}
