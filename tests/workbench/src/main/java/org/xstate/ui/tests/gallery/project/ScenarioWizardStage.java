package org.xstate.ui.tests.gallery.project;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.xstate.ui.tests.Ui;
import org.xstate.ui.tests.gallery.Stage;

/** A scenario about to be written. */
final class ScenarioWizardStage implements Stage {

    @Override
    public String name() {
        return "wizard-scenario";
    }

    @Override
    public void set() {
        Ui.execute("org.xstate.ui.workbench.examples");
        Ui.on(() -> {
            IWorkbench workbench = PlatformUI.getWorkbench();
            INewWizard wizard = (INewWizard) workbench.getNewWizardRegistry()
                    .findWizard("org.xstate.ui.workbench.new.scenario").createWizard();
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("xstate-examples");
            wizard.init(workbench, new StructuredSelection(project));
            WizardDialog dialog = new WizardDialog(Ui.page().getWorkbenchWindow().getShell(), wizard);
            dialog.setBlockOnOpen(false);
            return dialog.open();
        });
    }
}
