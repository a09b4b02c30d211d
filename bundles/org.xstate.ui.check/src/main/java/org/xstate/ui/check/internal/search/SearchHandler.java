package org.xstate.ui.check.internal.search;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.checks.CheckHandler;

/** Searches the knobs of the selected file, else of the one in the active editor. */
public final class SearchHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        search(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage(), CheckHandler.file(event));
        return null;
    }

    static void searchActive(IWorkbenchPage page) {
        search(page, CheckHandler.file(page));
    }

    private static void search(IWorkbenchPage page, Optional<Path> file) {
        if (file.isEmpty()) {
            Opening.problem(Messages.check_nothing);
            return;
        }
        try {
            SearchView.search(page, file.get());
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
