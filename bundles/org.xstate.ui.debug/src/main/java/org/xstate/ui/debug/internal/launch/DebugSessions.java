package org.xstate.ui.debug.internal.launch;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.debug.internal.commands.Following;
import org.xstate.ui.debug.internal.model.XstateTarget;
import org.xstate.ui.debug.internal.source.Annotator;
import org.xstate.ui.debug.internal.source.SourceLocator;
import org.xstate.ui.session.Session;

/** Sessions become known to the platform here. */
final class DebugSessions {

    private DebugSessions() {
    }

    static XstateTarget start(ILaunch launch, Session session) {
        PlatformUI.getWorkbench().getDisplay().syncExec(() -> {
            Following.begin();
            Annotator.begin();
        });
        launch.setSourceLocator(new SourceLocator());
        XstateTarget target = new XstateTarget(launch, session);
        target.start();
        return target;
    }

    /** A launch from which nothing came. */
    static void drop(ILaunch launch) {
        DebugPlugin.getDefault().getLaunchManager().removeLaunch(launch);
    }

    /** Begins a session of what was recorded; launched again, it is looked for again. */
    static XstateTarget recorded(Session session) throws CoreException {
        ILaunch launch = SourceLocator.launch(
                Configurations.counterexample(session.label(), session.scenario()),
                ILaunchManager.DEBUG_MODE);
        DebugPlugin.getDefault().getLaunchManager().addLaunch(launch);
        return start(launch, session);
    }
}
