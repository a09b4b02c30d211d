package org.xstate.ui.help.internal.sheets;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Path;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** {@code org.xstate.ui.help.openExample}: opens a file of the examples, which are copied first if they are not there. */
public final class OpenExampleHandler extends AbstractHandler {

    private static final String PROJECT = "xstate-examples";
    private static final String COPY = "org.xstate.ui.workbench.examples";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IFile file = workspace.getRoot()
                .getFile(new Path(PROJECT).append(event.getParameter("path")));
        if (file.exists()) {
            open(window.getActivePage(), file);
            return null;
        }
        openWhenItIsThere(window, workspace, file);
        try {
            window.getService(IHandlerService.class).executeCommand(COPY, null);
        } catch (CommandException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }

    /** The copy is made beside the user interface. */
    private static void openWhenItIsThere(IWorkbenchWindow window, IWorkspace workspace, IFile file) {
        AtomicBoolean opened = new AtomicBoolean();
        workspace.addResourceChangeListener(new IResourceChangeListener() {
            @Override
            public void resourceChanged(IResourceChangeEvent change) {
                if (file.exists() && opened.compareAndSet(false, true)) {
                    workspace.removeResourceChangeListener(this);
                    window.getWorkbench().getDisplay().asyncExec(() -> open(window.getActivePage(), file));
                }
            }
        }, IResourceChangeEvent.POST_CHANGE);
    }

    private static void open(IWorkbenchPage page, IFile file) {
        try {
            IDE.openEditor(page, file);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
