package org.xstate.ui.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;

/**
 * Puts the tool bars of views where they belong when one comes back to a perspective. The folders of tabs have placed them
 * while the perspective was hidden, in a row of their own for want of width, and left them there, over what the views show.
 */
final class FolderLayout extends PerspectiveAdapter {

    @Override
    public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
        Shell shell = page.getWorkbenchWindow().getShell();
        // once the perspective has its size
        shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                arrange(shell);
            }
        });
    }

    private static void arrange(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof CTabFolder folder && folder.isVisible()) {
                folder.notifyListeners(SWT.Resize, new Event());
            }
            if (child instanceof Composite composite) {
                arrange(composite);
            }
        }
    }
}
