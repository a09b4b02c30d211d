package org.xstate.ui.debug.internal.commands;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.handlers.HandlerUtil;
import org.xstate.ui.FileDialogs;
import org.xstate.ui.debug.internal.Messages;
import org.xstate.ui.debug.internal.launch.Configurations;

/** Opens a trace file as a session: the one that is given, else one that the user picks. */
public final class TraceHandler extends AbstractHandler {

    /** Parameter of the command: the path. */
    private static final String FILE = "file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<String> file = Optional.ofNullable(event.getParameter(FILE)).or(() -> asked(event));
        if (file.isPresent()) {
            try {
                DebugUITools.launch(Configurations.trace(file.get()), ILaunchManager.DEBUG_MODE);
            } catch (CoreException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }

    private static Optional<String> asked(ExecutionEvent event) {
        return FileDialogs.open(HandlerUtil.getActiveShell(event), Messages.open_trace, "*.xtrace", "*")
                .map(Path::toString);
    }
}
