package org.xstate.ui.workbench.internal.start;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help, Open the Seed Example: as the first start does. */
public final class OpenSeedHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        Seed.open(HandlerUtil.getActiveWorkbenchWindow(event), () -> {
            // the perspective and the session are what was asked for
        });
        return null;
    }
}
