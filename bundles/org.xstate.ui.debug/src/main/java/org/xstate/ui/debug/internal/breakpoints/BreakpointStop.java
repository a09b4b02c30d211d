package org.xstate.ui.debug.internal.breakpoints;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IBreakpointManager;
import org.eclipse.debug.core.model.IBreakpoint;
import org.xstate.sim.debug.Conditional;
import org.xstate.sim.debug.Sight;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.session.Session;

/** A breakpoint while a session moves: it counts how often it is reached. */
public final class BreakpointStop implements StopPoint {

    private final XstateBreakpoint breakpoint;
    private final StopPoint place;
    private final int hits;
    private int reached;

    private BreakpointStop(XstateBreakpoint breakpoint, StopPoint place) {
        this.breakpoint = breakpoint;
        this.place = place;
        this.hits = breakpoint.hits();
    }

    /** All that are enabled, for one movement. */
    public static List<StopPoint> all(Session session) {
        IBreakpointManager manager = DebugPlugin.getDefault().getBreakpointManager();
        List<StopPoint> stops = new ArrayList<>();
        if (!manager.isEnabled()) {
            return stops;
        }
        for (IBreakpoint breakpoint : manager.getBreakpoints(DebugModel.ID)) {
            if (breakpoint instanceof XstateBreakpoint one && isEnabled(one)) {
                stops.add(new BreakpointStop(one, place(one, session.scenario())));
            }
        }
        return stops;
    }

    private static StopPoint place(XstateBreakpoint breakpoint, Scenario scenario) {
        StopPoint place = breakpoint.stopPoint(scenario);
        return breakpoint.condition().isBlank()
                ? place
                : new Conditional(place, new Watch(scenario, breakpoint.condition()));
    }

    private static boolean isEnabled(IBreakpoint breakpoint) {
        try {
            return breakpoint.isEnabled();
        } catch (CoreException e) {
            // its marker is being deleted
            return false;
        }
    }

    public IBreakpoint breakpoint() {
        return breakpoint;
    }

    @Override
    public boolean before(Sight next) {
        return place.before(next) && isDue();
    }

    @Override
    public boolean after(Sight done) {
        return place.after(done) && isDue();
    }

    private boolean isDue() {
        reached++;
        return hits == 0 || reached == hits;
    }
}
