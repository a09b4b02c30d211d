package org.xstate.ui.debug.internal.commands;

import java.util.Optional;

import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.DebugContextEvent;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.xstate.ui.debug.internal.model.XstateThread;
import org.xstate.ui.session.Session;
import org.xstate.ui.session.Sessions;

/** Has all views show the session that is selected in the debug view. */
public final class Following implements IDebugContextListener {

    private static boolean follows;

    private Following() {
    }

    /** From now on; on the thread of the user interface. */
    public static void begin() {
        if (!follows) {
            follows = true;
            DebugUITools.getDebugContextManager().addDebugContextListener(new Following());
        }
    }

    @Override
    public void debugContextChanged(DebugContextEvent event) {
        boolean activated = (event.getFlags() & DebugContextEvent.ACTIVATED) != 0;
        if (!activated || !(event.getContext() instanceof IStructuredSelection selection)
                || selection.isEmpty()) {
            return;
        }
        Selected.thread(selection.getFirstElement()).filter(thread -> !thread.isTerminated())
                .map(XstateThread::target).ifPresent(target -> {
                    Optional<Session> session = Optional.of(target.session());
                    if (!Sessions.active().equals(session)) {
                        Sessions.activate(session);
                    }
                });
    }
}
