package org.xstate.ui.editor.internal;

import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;

/** Has the file of an editor checked, if it has something to execute. */
final class Checking {

    private static final String COMMAND = "org.xstate.ui.check.check";

    private Checking() {
    }

    static void start(ModelCEditor editor) {
        Command command = editor.getSite().getService(ICommandService.class).getCommand(COMMAND);
        Optional<IHandlerService> handlers = Optional
                .ofNullable(editor.getSite().getService(IHandlerService.class));
        if (!command.isDefined() || !command.isEnabled() || handlers.isEmpty()) {
            return;
        }
        try {
            handlers.get().executeCommand(COMMAND, null);
        } catch (CommandException e) {
            StatusManager.getManager()
                    .handle(new Status(Status.ERROR, EditorDefaults.NODE, Messages.check_failed, e));
        }
    }
}
