package org.xstate.ui.debug.internal.breakpoints;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.model.LineBreakpoint;
import org.eclipse.osgi.util.NLS;
import org.xstate.sim.debug.StopPoint;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.debug.internal.DebugModel;
import org.xstate.ui.debug.internal.Messages;

/**
 * A breakpoint at a line of model C: of a file of the workspace, of one outside, or of the library. Its marker is at the file,
 * or at the workspace where there is no file.
 */
public final class LineStop extends LineBreakpoint implements XstateBreakpoint {

    public static final String MARKER = "org.xstate.ui.debug.lineBreakpoint";

    /** Marker attribute: the file, as traces name it; absent if the marker is at the file. */
    private static final String FILE = "org.xstate.ui.debug.file";

    /** For the platform, which makes them from markers. */
    public LineStop() {
        // the marker is set afterwards
    }

    /** @param line from 1 */
    public LineStop(IFile file, int line) throws CoreException {
        create(file, line, Map.of());
    }

    /** @param file of the library, or a path outside of the workspace @param line from 1 */
    public LineStop(String file, int line) throws CoreException {
        create(ResourcesPlugin.getWorkspace().getRoot(), line, Map.of(FILE, file));
    }

    private void create(IResource where, int line, Map<String, Object> more) throws DebugException {
        run(getMarkerRule(where), _ -> {
            IMarker marker = where.createMarker(MARKER);
            setMarker(marker);
            marker.setAttribute(ENABLED, true);
            marker.setAttribute(PERSISTED, true);
            marker.setAttribute(ID, DebugModel.ID);
            marker.setAttribute(IMarker.LINE_NUMBER, line);
            for (Map.Entry<String, Object> one : more.entrySet()) {
                marker.setAttribute(one.getKey(), one.getValue());
            }
            marker.setAttribute(IMarker.MESSAGE, text());
        });
    }

    @Override
    public String getModelIdentifier() {
        return DebugModel.ID;
    }

    /** From 1. */
    public int line() {
        return getMarker().getAttribute(IMarker.LINE_NUMBER, 0);
    }

    /** As the text of a scenario is named when it is loaded. */
    public String file() {
        return Optional.ofNullable(getMarker().getAttribute(FILE, null))
                .or(() -> Optional.ofNullable(getMarker().getResource().getLocation())
                        .map(path -> path.toString()))
                .orElse(getMarker().getResource().getName());
    }

    @Override
    public StopPoint stopPoint(Scenario scenario) {
        return new StopPoint.Line(file(), line());
    }

    @Override
    public String text() {
        String file = file();
        return NLS.bind(Messages.breakpoint_line, file.substring(file.lastIndexOf('/') + 1), line());
    }
}
