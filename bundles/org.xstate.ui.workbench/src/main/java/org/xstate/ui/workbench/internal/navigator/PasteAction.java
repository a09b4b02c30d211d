package org.xstate.ui.workbench.internal.navigator;

import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.IShellProvider;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.CopyFilesAndFoldersOperation;
import org.eclipse.ui.actions.SelectionListenerAction;
import org.eclipse.ui.part.ResourceTransfer;
import org.xstate.ui.workbench.internal.Messages;

/** Copies into a folder what is on the clipboard: files of the workspace, or of another program. */
final class PasteAction extends SelectionListenerAction {

    private final IShellProvider shell;

    PasteAction(IShellProvider shell) {
        super(Messages.projects_paste);
        this.shell = shell;
        setActionDefinitionId(IWorkbenchCommandConstants.EDIT_PASTE);
    }

    @Override
    protected boolean updateSelection(IStructuredSelection selection) {
        super.updateSelection(selection);
        return target().isPresent();
    }

    /** A folder, or the folder of a file. */
    private Optional<IContainer> target() {
        if (getSelectedResources().size() != 1) {
            return Optional.empty();
        }
        IResource one = getSelectedResources().getFirst();
        IContainer container = one instanceof IContainer itself ? itself : one.getParent();
        return Optional.of(container).filter(IResource::isAccessible);
    }

    @Override
    public void run() {
        Clipboard clipboard = new Clipboard(shell.getShell().getDisplay());
        try {
            CopyFilesAndFoldersOperation operation = new CopyFilesAndFoldersOperation(shell.getShell());
            if (clipboard.getContents(ResourceTransfer.getInstance()) instanceof IResource[] resources) {
                target().ifPresent(target -> operation.copyResources(resources, target));
            } else if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files) {
                target().ifPresent(target -> operation.copyFiles(files, target));
            }
        } finally {
            clipboard.dispose();
        }
    }
}
