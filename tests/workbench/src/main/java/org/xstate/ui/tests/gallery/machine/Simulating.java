package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Ui;

/** The perspective in which executions are looked at. */
final class Simulating {

    private Simulating() {
    }

    static void perspective() {
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.simulate",
                PlatformUI.getWorkbench().getWorkbenchWindows()[0]));
        Ui.settle();
    }

    /** The view alone, as with a double click on its title. */
    static void alone(String view) {
        Ui.on(() -> {
            Ui.page().toggleZoom(Ui.page().findViewReference(view));
            return null;
        });
        Ui.settle();
    }
}
