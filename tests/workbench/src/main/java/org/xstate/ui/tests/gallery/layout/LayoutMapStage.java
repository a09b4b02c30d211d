package org.xstate.ui.tests.gallery.layout;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Rows;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A CPU with room for the map, a component selected. */
final class LayoutMapStage implements Stage {

    @Override
    public String name() {
        return "layout-map";
    }

    @Override
    public void set() {
        IViewPart view = LayoutScene.large("AMD Zen 4", "no other");
        Rows.select(Ui.on(() -> Ui.find(Ui.area(view), Table.class, Control::isVisible).orElseThrow()), 1,
                "PKRU");
    }
}
