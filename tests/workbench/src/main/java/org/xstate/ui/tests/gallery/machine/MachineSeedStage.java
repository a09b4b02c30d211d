package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** The seed's counterexample at the store that nobody will read: the buffer has moved under it. */
final class MachineSeedStage implements Stage {

    @Override
    public String name() {
        return "machine-seed";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.machine", IViewPart.class);
        Executions.show(Executions.seed());
        Simulating.alone("org.xstate.ui.machine.machine");
    }
}
