package org.xstate.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPart;
import org.xstate.ui.Copied;
import org.xstate.ui.Exportable;

/** Copies what the active part shows as the command behind it prints it. */
public final class CopyTextHandler extends ExportHandler {

    @Override
    boolean offers(Exportable shown) {
        return shown.text().filter(all -> !all.isEmpty()).isPresent();
    }

    @Override
    void export(ExecutionEvent event, IWorkbenchPart part, Exportable shown) {
        Copied.put(part.getSite().getShell().getDisplay(), shown.text().orElseThrow());
        tell(part, NLS.bind(Messages.copied_text, shown.command()));
    }
}
