package org.xstate.ui.tests.gallery.project;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;

/** The view of what plugins contribute, over all of the window. */
final class FeaturesScene {

    private FeaturesScene() {
    }

    /** @param row that is selected, by its text in the column */
    static void show(String tab, int column, String row) {
        IViewPart view = Ui.open("org.xstate.ui.workbench.features", IViewPart.class);
        TabFolder tabs = Ui.on(() -> {
            Ui.page().setPartState(Ui.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
            return Ui.find(Ui.area(view), TabFolder.class, one -> true).orElseThrow();
        });
        TabItem item = Ui.on(() -> Arrays.stream(tabs.getItems())
                .filter(one -> one.getText().startsWith(tab)).findFirst().orElseThrow());
        Ui.on(() -> {
            tabs.setSelection(item);
            return null;
        });
        Event event = new Event();
        event.item = item;
        Ui.send(tabs, SWT.Selection, event);
        Rows.select(Ui.on(() -> Ui.find(item.getControl(), Table.class, one -> true).orElseThrow()), column,
                row);
    }
}
