package org.xstate.ui.workbench.internal.navigator;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IResource;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.SelectionListenerAction;
import org.eclipse.ui.part.ResourceTransfer;
import org.xstate.ui.workbench.internal.Messages;

/** Puts files and folders on the clipboard, for this view and for other programs. */
final class CopyAction extends SelectionListenerAction {

    private final Display display;

    CopyAction(Display display) {
        super(Messages.projects_copy);
        this.display = display;
        setActionDefinitionId(IWorkbenchCommandConstants.EDIT_COPY);
    }

    @Override
    protected boolean updateSelection(IStructuredSelection selection) {
        super.updateSelection(selection);
        return !getSelectedResources().isEmpty() && getSelectedNonResources().isEmpty()
                && getSelectedResources().stream().noneMatch(one -> one.getType() == IResource.PROJECT)
                && getSelectedResources().stream().allMatch(one -> one.getLocation() != null);
    }

    @Override
    public void run() {
        List<? extends IResource> chosen = getSelectedResources();
        String[] places = chosen.stream().map(one -> one.getLocation().toOSString()).toArray(String[]::new);
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(new Object[]{chosen.toArray(IResource[]::new), places,
                chosen.stream().map(IResource::getName).collect(Collectors.joining("\n"))},
                    new Transfer[]{
                        ResourceTransfer.getInstance(), FileTransfer.getInstance(),
                        TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
