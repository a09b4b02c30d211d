package org.xstate.ui.workbench.internal.recovery;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.FrameworkUtil;

/** Offers what a desktop that ended suddenly left behind, and keeps what is edited now. */
public final class Recovery implements AutoCloseable {

    private final Keeper keeper;

    private Recovery(Keeper keeper) {
        this.keeper = keeper;
    }

    /** On the thread of the user interface, once editors of the last time are there again. */
    public static Recovery start(IWorkbenchWindow window) {
        Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(Recovery.class)).append("recovery")
                .toPath();
        Backups backups = new Backups(folder);
        List<Backup> lost = backups.lost();
        Keeper keeper = new Keeper(backups, window.getShell().getDisplay());
        keeper.watch(window);
        if (!lost.isEmpty()) {
            RecoveryDialog dialog = new RecoveryDialog(window, backups, lost);
            dialog.setBlockOnOpen(false);
            dialog.open();
        }
        return new Recovery(keeper);
    }

    @Override
    public void close() {
        keeper.close();
    }
}
