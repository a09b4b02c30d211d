package org.xstate.ui.debug.internal.commands;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.IDebugEventSetListener;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.contexts.IDebugContextListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.xstate.sim.debug.Goal;
import org.xstate.ui.debug.internal.model.XstateTarget;
import org.xstate.ui.debug.internal.model.XstateThread;

/** The movements that the platform has no commands for; which one it is stands behind the class's name in the manifest. */
public final class MoveHandler extends AbstractHandler implements IExecutableExtension {

    /** What it does. */
    private enum Move {
        BACK_INTO, BACK_OVER, BACK_RETURN, RESUME_BACK, TO_END
    }

    private final IDebugContextListener contexts = _ -> changed();
    private final IDebugEventSetListener events = MoveHandler.this::events;
    private Move move = Move.BACK_OVER;

    public MoveHandler() {
        DebugUITools.getDebugContextManager().addDebugContextListener(contexts);
        DebugPlugin.getDefault().addDebugEventListener(events);
    }

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        move = Move.valueOf(data.toString());
    }

    private void events(DebugEvent[] all) {
        for (DebugEvent event : all) {
            if (event.getSource() instanceof XstateThread || event.getSource() instanceof XstateTarget) {
                Display display = PlatformUI.getWorkbench().getDisplay();
                if (!display.isDisposed()) {
                    display.asyncExec(this::changed);
                }
                return;
            }
        }
    }

    private void changed() {
        fireHandlerChanged(new org.eclipse.core.commands.HandlerEvent(this, true, false));
    }

    @Override
    public boolean isEnabled() {
        Optional<XstateTarget> target = Selected.thread().map(XstateThread::target);
        return move == Move.TO_END
                ? target.filter(XstateTarget::canResume).isPresent()
                : target.filter(XstateTarget::canGoBack).isPresent();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Selected.thread().ifPresent(thread -> {
            switch (move) {
                case BACK_INTO -> thread.step(Goal.Step.INTO, true);
                case BACK_OVER -> thread.step(Goal.Step.OVER, true);
                case BACK_RETURN -> thread.step(Goal.Step.OUT, true);
                case RESUME_BACK -> thread.resumeBack();
                case TO_END -> thread.runToEnd();
            }
        });
        return null;
    }

    @Override
    public void dispose() {
        DebugUITools.getDebugContextManager().removeDebugContextListener(contexts);
        DebugPlugin.getDefault().removeDebugEventListener(events);
        super.dispose();
    }
}
