package org.xstate.ui.tests.gallery.plugins;

import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A plugin's view that fails: the error is in its place. */
final class BrokenViewStage implements Stage {

    private static final String VIEW = "org.xstate.ui.tests.plugins.create";

    @Override
    public String name() {
        return "broken-view";
    }

    @Override
    public void set() {
        Ui.on(() -> Ui.page().showView(VIEW));
        Ui.settle();
        IViewPart view = Ui.on(() -> Ui.page().findView(VIEW));
        Ui.await("the error has its details",
                () -> Ui.find(Ui.area(view), Button.class, one -> true).isPresent());
    }
}
