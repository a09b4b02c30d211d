package org.xstate.ui.workbench.internal.open;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.workbench.internal.Messages;

/** File, Open File...: any number of files, wherever they are. */
public final class OpenFilesHandler extends AbstractHandler {

    public static final String COMMAND = "org.xstate.ui.workbench.openFiles";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI | SWT.SHEET);
        dialog.setText(Messages.open_dialog);
        if (dialog.open() != null) {
            for (String name : dialog.getFileNames()) {
                new FileOpener(window).open(Path.of(dialog.getFilterPath(), name));
            }
        }
        return null;
    }
}
