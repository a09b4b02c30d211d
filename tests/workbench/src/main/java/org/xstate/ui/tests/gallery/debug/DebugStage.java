package org.xstate.ui.tests.gallery.debug;

import org.eclipse.debug.core.model.IDebugTarget;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.debug.Debugging;
import org.xstate.ui.tests.gallery.Stage;

/** The counterexample of the proposal, half way. */
final class DebugStage implements Stage {

    @Override
    public String name() {
        return "debug";
    }

    @Override
    public void set() throws Exception {
        Debugging.clear();
        Ui.on(() -> PlatformUI.getWorkbench().showPerspective("org.xstate.ui.workbench.simulate",
                PlatformUI.getWorkbench().getActiveWorkbenchWindow()));
        IDebugTarget target = Debugging.seed();
        for (int i = 0; i < 2; i++) {
            Debugging.thread(target, "CPU0").stepOver();
            Debugging.stands(target);
        }
        for (int i = 0; i < 2; i++) {
            Debugging.thread(target, "CPU0").stepInto();
            Debugging.stands(target);
        }
        Ui.settle();
    }
}
