package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** The counterexample as a table of its steps. */
final class StepsStage implements Stage {

    @Override
    public String name() {
        return "steps";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.steps", IViewPart.class);
        Executions.show(Executions.seed());
        Simulating.alone("org.xstate.ui.machine.steps");
    }
}
