package org.xstate.ui.workbench.internal.menus;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help, About. */
public final class AboutHandler extends AbstractHandler {

    static final String COMMAND = "org.xstate.ui.workbench.about";

    @Override
    public Object execute(ExecutionEvent event) {
        AboutDialog dialog = new AboutDialog(HandlerUtil.getActiveShell(event));
        dialog.setBlockOnOpen(false);
        dialog.open();
        return null;
    }
}
