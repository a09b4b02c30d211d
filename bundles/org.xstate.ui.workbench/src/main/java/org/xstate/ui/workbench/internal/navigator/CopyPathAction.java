package org.xstate.ui.workbench.internal.navigator;

import java.util.stream.Collectors;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.actions.SelectionListenerAction;
import org.xstate.ui.workbench.internal.Messages;

/** Puts the whole paths of files on the clipboard, a line each: for a command line. */
final class CopyPathAction extends SelectionListenerAction {

    private final Display display;

    CopyPathAction(Display display) {
        super(Messages.projects_copyPath);
        this.display = display;
    }

    @Override
    protected boolean updateSelection(IStructuredSelection selection) {
        super.updateSelection(selection);
        return !getSelectedResources().isEmpty()
                && getSelectedResources().stream().allMatch(one -> one.getLocation() != null);
    }

    @Override
    public void run() {
        Clipboard clipboard = new Clipboard(display);
        try {
            clipboard.setContents(
                    new Object[]{getSelectedResources().stream().map(one -> one.getLocation().toOSString())
                            .collect(Collectors.joining(System.lineSeparator()))},
                    new Transfer[]{TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
