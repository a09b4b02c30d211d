package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** The seed's counterexample as the call completes: the update is in neither copy, and the other component is lost. */
final class MachineSeedStage implements Stage {

    @Override
    public String name() {
        return "machine-seed";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.machine", IViewPart.class);
        Executions.goTo(Executions.show(Executions.seed()), 1, "api_completes");
        Simulating.alone("org.xstate.ui.machine.machine");
    }
}
