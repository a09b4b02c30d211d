package org.xstate.ui.debug.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.debug.internal.launch.Shortcut;

/** Begins a session of the file that is selected, else of the one that is edited. */
public final class SimulateHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shortcut shortcut = new Shortcut();
        boolean edits = HandlerUtil.getActivePart(event) instanceof IEditorPart;
        if (!edits && shortcut.isFile(HandlerUtil.getCurrentSelection(event))) {
            shortcut.launch(HandlerUtil.getCurrentSelection(event), ILaunchManager.DEBUG_MODE);
        } else {
            shortcut.launch(HandlerUtil.getActiveEditorChecked(event), ILaunchManager.DEBUG_MODE);
        }
        return null;
    }
}
