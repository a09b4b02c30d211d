package org.xstate.ui.debug.internal.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.xstate.ui.debug.internal.launch.Attributes;
import org.xstate.ui.debug.internal.launch.Configurations;

/** Opens the counterexample of the proposal that comes with the examples, ready to be stepped. */
public final class SeedHandler extends AbstractHandler {

    private static final String FILE = "/xstate-examples/seed/begin-finish.c";
    private static final String SCENARIO = "as_posted";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            ILaunchConfigurationWorkingCopy copy = Configurations.scenario(FILE, SCENARIO).getWorkingCopy();
            copy.setAttribute(Attributes.CHOICES, Attributes.Choices.COUNTEREXAMPLE.name());
            DebugUITools.launch(copy.doSave(), ILaunchManager.DEBUG_MODE);
        } catch (CoreException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
        return null;
    }
}
