package org.xstate.ui.debug.internal.breakpoints;

import java.util.Map;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.model.Breakpoint;
import org.eclipse.osgi.util.NLS;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;

/** Stops when a function is entered, in whatever text it is; that of an exception stops at its trap. */
public final class FunctionStop extends Breakpoint implements XstateBreakpoint {

    public static final String MARKER = "org.xstate.ui.debug.functionBreakpoint";

    /** What a function may be called. */
    public static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    /** Marker attribute: the function's name. */
    private static final String FUNCTION = "org.xstate.ui.debug.function";

    /** For the platform, which makes them from markers. */
    public FunctionStop() {
        // the marker is set afterwards
    }

    public FunctionStop(String function) throws CoreException {
        IResource where = ResourcesPlugin.getWorkspace().getRoot();
        run(getMarkerRule(where), _ -> {
            IMarker marker = where.createMarker(MARKER);
            setMarker(marker);
            Map<String, Object> all = Map.of(ENABLED, true, PERSISTED, true, ID, DebugModel.ID, FUNCTION,
                    function, IMarker.MESSAGE, NLS.bind(Messages.breakpoint_function, function));
            for (Map.Entry<String, Object> one : all.entrySet()) {
                marker.setAttribute(one.getKey(), one.getValue());
            }
        });
    }

    @Override
    public String getModelIdentifier() {
        return DebugModel.ID;
    }

    public String function() {
        return getMarker().getAttribute(FUNCTION, "");
    }

    @Override
    public StopPoint stopPoint(Scenario scenario) {
        return new StopPoint.Function(function());
    }

    @Override
    public String text() {
        return NLS.bind(Messages.breakpoint_function, function());
    }
}
