package org.xstate.ui.debug.internal.breakpoints;

import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.osgi.util.NLS;
import org.xstate.sim.debug.Changed;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.StateNode;
import org.xstate.sim.trace.StateTree;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;

/** Stops when something in the state has another value: a variable, a component in a copy, an expression of model C. */
public final class WatchStop extends Breakpoint implements XstateBreakpoint {

    public static final String MARKER = "org.xstate.ui.debug.watchpoint";

    /** Marker attribute: what is watched, a path as {@link StateTree} has it or an expression. */
    private static final String WHAT = "org.xstate.ui.debug.what";

    /** For the platform, which makes them from markers. */
    public WatchStop() {
        // the marker is set afterwards
    }

    /** @param what a path in the state, or an expression */
    public WatchStop(String what) throws CoreException {
        IResource where = ResourcesPlugin.getWorkspace().getRoot();
        run(getMarkerRule(where), _ -> {
            IMarker marker = where.createMarker(MARKER);
            setMarker(marker);
            Map<String, Object> all = Map.of(ENABLED, true, PERSISTED, true, ID, DebugModel.ID, WHAT, what,
                    IMarker.MESSAGE, NLS.bind(Messages.breakpoint_watch, what));
            for (Map.Entry<String, Object> one : all.entrySet()) {
                marker.setAttribute(one.getKey(), one.getValue());
            }
        });
    }

    @Override
    public String getModelIdentifier() {
        return DebugModel.ID;
    }

    private String what() {
        return getMarker().getAttribute(WHAT, "");
    }

    @Override
    public StopPoint stopPoint(Scenario scenario) {
        StateTree tree = new StateTree(scenario);
        String what = what();
        boolean known = tree.object(what, first(scenario)).isPresent();
        return known
                ? new Changed(what, state -> tree.object(what, state).map(WatchStop::text).orElse(""))
                : Changed.of(new Watch(scenario, what));
    }

    private static long[] first(Scenario scenario) {
        return scenario.machine().slots().stream().mapToLong(slot -> slot.initial()).toArray();
    }

    /** Of a group, the values of all that is in it. */
    private static String text(StateNode node) {
        List<String> parts = node.parent() && node.type().isEmpty()
                ? node.parts().get().stream().map(StateNode::value).toList()
                : List.of(node.value());
        return parts.toString();
    }

    @Override
    public String text() {
        return NLS.bind(Messages.breakpoint_watch, what());
    }
}
