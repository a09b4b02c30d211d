package org.xstate.ui.tests.gallery.debug;

import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.debug.Debugging;
import org.xstate.ui.tests.gallery.Stage;

/** What a scenario is launched with. */
final class LaunchStage implements Stage {

    @Override
    public String name() {
        return "launch";
    }

    @Override
    public void set() throws Exception {
        ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        ILaunchConfigurationWorkingCopy copy = manager
                .getLaunchConfigurationType("org.xstate.ui.debug.scenario")
                .newInstance(null, "as_posted");
        copy.setAttribute("org.xstate.ui.debug.file",
                Debugging.file("examples/seed/begin-finish.c").toString());
        copy.setAttribute("org.xstate.ui.debug.scenario", "as_posted");
        copy.setAttribute("org.xstate.ui.debug.choices", "COUNTEREXAMPLE");
        ILaunchConfiguration saved = copy.doSave();
        // the dialog returns when it is closed
        PlatformUI.getWorkbench().getDisplay()
                .asyncExec(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(
                        Ui.page().getWorkbenchWindow().getShell(), new StructuredSelection(saved),
                        IDebugUIConstants.ID_RUN_LAUNCH_GROUP));
        Ui.await("the dialog is open", () -> PlatformUI.getWorkbench().getDisplay().getShells().length > 1);
    }
}
