package org.xstate.ui.debug.internal.commands;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.ui.DebugUITools;
import org.xstate.ui.debug.internal.model.XstateFrame;
import org.xstate.ui.debug.internal.model.XstateTarget;
import org.xstate.ui.debug.internal.model.XstateThread;

/** What is selected in the debug view of the active window. */
public final class Selected {

    private Selected() {
    }

    /** The thread that a command is about. */
    public static Optional<XstateThread> thread() {
        return Optional.ofNullable(DebugUITools.getDebugContext()).flatMap(Selected::thread);
    }

    /** The frame; that on top of the thread if none is selected. */
    public static Optional<XstateFrame> frame() {
        IAdaptable context = DebugUITools.getDebugContext();
        if (context instanceof XstateFrame frame) {
            return Optional.of(frame);
        }
        return thread().flatMap(thread -> Optional.ofNullable(thread.getTopStackFrame()))
                .map(XstateFrame.class::cast);
    }

    /** What is debugged there. */
    public static Optional<XstateThread> thread(Object context) {
        return switch (context) {
            case XstateFrame frame -> Optional.of(frame.thread());
            case XstateThread thread -> Optional.of(thread);
            case XstateTarget target -> Optional.of(target.active());
            case ILaunch launch -> Arrays.stream(launch.getDebugTargets())
                    .filter(XstateTarget.class::isInstance).findFirst().flatMap(Selected::thread);
            default -> Optional.empty();
        };
    }
}
