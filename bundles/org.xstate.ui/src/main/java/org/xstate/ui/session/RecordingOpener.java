package org.xstate.ui.session;

import org.xstate.analysis.check.TraceFile;
import org.xstate.sim.scenario.Scenario;

/** An OSGi service of the debugger: opens what the checker found, or a file holds, as a recorded session. */
public interface RecordingOpener {

    /**
     * Shows the execution in the debugger, standing at its end. Called on the thread of the user interface; returns before it
     * is there.
     *
     * @param label what a reader calls it
     */
    void open(String label, Scenario scenario, TraceFile recorded);
}
