package org.xstate.ui.tests.gallery.machine;

import org.eclipse.ui.IViewPart;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;
import org.xstate.ui.tests.machine.Executions;

/** A long run by chance: several steps share a column. */
final class TimelineLongStage implements Stage {

    @Override
    public String name() {
        return "timeline-long";
    }

    @Override
    public void set() {
        Simulating.perspective();
        Ui.open("org.xstate.ui.machine.timeline", IViewPart.class);
        Executions.show(Executions.chance("kernel/ownership.c", "two_cpus", 2_000));
        Simulating.alone("org.xstate.ui.machine.timeline");
    }
}
