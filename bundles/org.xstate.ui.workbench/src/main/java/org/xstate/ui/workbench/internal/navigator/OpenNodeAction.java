package org.xstate.ui.workbench.internal.navigator;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.BaseSelectionListenerAction;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.open.FileOpener;

/** Opens files in the part that is made for them; a scenario at its line. */
final class OpenNodeAction extends BaseSelectionListenerAction {

    private final IWorkbenchWindow window;

    OpenNodeAction(IWorkbenchWindow window) {
        super(Messages.projects_open);
        this.window = window;
    }

    @Override
    protected boolean updateSelection(IStructuredSelection selection) {
        return !selection.isEmpty()
                && selection.stream().noneMatch(element -> element instanceof IContainer);
    }

    @Override
    public void run() {
        FileOpener opener = new FileOpener(window);
        for (Object element : getStructuredSelection()) {
            if (element instanceof IFile file) {
                opener.open(file);
            } else if (element instanceof PartNode node) {
                opener.open(node.file(), node.part());
            }
        }
    }
}
