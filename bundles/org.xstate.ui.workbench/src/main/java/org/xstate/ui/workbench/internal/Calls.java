package org.xstate.ui.workbench.internal;

import java.util.Map;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.statushandlers.StatusManager;

/** Calls commands, of this bundle or of others, by their ids. */
public final class Calls {

    private Calls() {
    }

    /** Whether a bundle that brings the command is installed. */
    public static boolean isThere(IServiceLocator site, String command) {
        return site.getService(ICommandService.class).getCommand(command).isDefined();
    }

    /** Says so where the command cannot be executed. */
    public static void command(IServiceLocator site, String command) {
        command(site, command, Map.of());
    }

    /** Says so where the command cannot be executed. @param parameters by their ids */
    public static void command(IServiceLocator site, String command, Map<String, String> parameters) {
        Command called = site.getService(ICommandService.class).getCommand(command);
        try {
            site.getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(called, parameters), null);
        } catch (CommandException e) {
            StatusManager.getManager().handle(Status.error(NLS.bind(Messages.call_failed, command), e),
                    StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
