package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** Tasks that change places on two CPUs, and a softirq that uses the registers. */
final class TimelineStage implements Stage {

    @Override
    public String name() {
        return "timeline";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.timeline", IViewPart.class);
        Executions.show(Executions.threeTasks());
        Simulating.alone("org.xstate.ui.machine.timeline");
    }
}
