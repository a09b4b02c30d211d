package org.xstate.ui.workbench.internal.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.xstate.ui.workbench.internal.Messages;

/** A workspace belongs to one desktop at a time. */
public final class WorkspaceLock {

    /** The workspace belongs to another desktop (EX_TEMPFAIL of sysexits.h). */
    static final int IN_USE = 75;

    /** The workspace cannot be written (EX_CANTCREAT). */
    static final int CANNOT_WRITE = 73;

    /** A start from a terminal is answered there, one from an icon by a dialog. */
    private static final String TERMINAL = "xstate.terminal";

    private WorkspaceLock() {
    }

    /** Empty once the workspace is taken; else the exit code, after its user was told why. */
    public static Optional<Integer> take(List<Path> files, Display display) {
        Location location = Platform.getInstanceLocation();
        String name = location.getURL().getPath();
        try {
            if (location.lock()) {
                return Optional.empty();
            }
            if (!files.isEmpty()) {
                Inbox.send(folder(location), files);
                System.err.println(NLS.bind(Messages.workspace_handed, files.size(), name));
                return Optional.of(0);
            }
            return Optional.of(tell(display, NLS.bind(Messages.workspace_inUse, name), IN_USE));
        } catch (IOException e) {
            return Optional.of(tell(display, NLS.bind(Messages.workspace_unwritable, name, e.getMessage()),
                    CANNOT_WRITE));
        }
    }

    /** The folder of a workspace. Equinox gives URLs whose blanks are not escaped, which makes them no URIs. */
    public static Path folder(Location location) throws IOException {
        try {
            return Path.of(URIUtil.toURI(location.getURL()));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static int tell(Display display, String message, int code) {
        System.err.println("xstate: " + message);
        if (!Boolean.getBoolean(TERMINAL)) {
            MessageDialog.openError(display.getActiveShell(), Messages.workspace_title, message);
        }
        return code;
    }
}
