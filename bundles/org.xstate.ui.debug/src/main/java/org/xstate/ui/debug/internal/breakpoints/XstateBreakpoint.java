package org.xstate.ui.debug.internal.breakpoints;

import org.eclipse.debug.core.model.IBreakpoint;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.scenario.Scenario;

/** A breakpoint of this debugger. */
public interface XstateBreakpoint extends IBreakpoint {

    /** Marker attribute: a condition in model C; empty for none. */
    String CONDITION = "org.xstate.ui.debug.condition";

    /** Marker attribute: at which of the times that it is reached it stops, from 1; 0 for each. */
    String HITS = "org.xstate.ui.debug.hits";

    /** Where it stops, without condition and count. */
    StopPoint stopPoint(Scenario scenario);

    /** In the words of a reader. */
    String text();

    /** Empty if it stops without condition. */
    default String condition() {
        return getMarker().getAttribute(CONDITION, "");
    }

    /** 0 if it stops each time. */
    default int hits() {
        return getMarker().getAttribute(HITS, 0);
    }
}
