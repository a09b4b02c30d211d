package org.xstate.ui.layout.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.FileDialogs;

/** Shows a CPUID dump: the file that the parameter names, or one that the user chooses. */
public final class OpenDumpHandler extends AbstractHandler {

    private static final String FILE = "file";

    // null: what the platform asks of handlers
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<Path> file = Optional.ofNullable(event.getParameter(FILE)).map(Path::of)
                .or(() -> FileDialogs.open(window.getShell(), Messages.layout_openTitle));
        if (file.isPresent()) {
            try {
                ((LayoutView) window.getActivePage().showView(LayoutView.ID)).show(file.get());
            } catch (PartInitException e) {
                throw new ExecutionException("the view cannot be opened", e);
            }
        }
        return null;
    }
}
