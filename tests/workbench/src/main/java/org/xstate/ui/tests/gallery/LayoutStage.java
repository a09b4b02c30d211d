package org.xstate.ui.tests.gallery;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;

/** The first thing that users see. */
final class LayoutStage implements Stage {

    @Override
    public String name() {
        return "layout";
    }

    @Override
    public void set() {
        Ui.open("org.xstate.ui.layout.cpu", IViewPart.class);
    }
}
