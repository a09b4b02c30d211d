package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** Three tasks on two CPUs, as one of them is switched out. */
final class MachineTasksStage implements Stage {

    @Override
    public String name() {
        return "machine-tasks";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.machine", IViewPart.class);
        Executions.goTo(Executions.show(Executions.threeTasks()), 14, "os_xrstor");
        Simulating.alone("org.xstate.ui.machine.machine");
    }
}
