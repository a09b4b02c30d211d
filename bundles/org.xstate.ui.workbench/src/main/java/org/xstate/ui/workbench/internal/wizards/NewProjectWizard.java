package org.xstate.ui.workbench.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.workbench.internal.project.ProjectMaker;

/** A project with a folder for each kind of file. */
public final class NewProjectWizard extends Wizard implements INewWizard {

    private WizardNewProjectCreationPage page;
    private IWorkbench workbench;

    @Override
    public void init(IWorkbench bench, IStructuredSelection selection) {
        workbench = bench;
        setWindowTitle(Messages.new_projectTitle);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        page = new WizardNewProjectCreationPage("project");
        page.setTitle(Messages.new_projectTitle);
        page.setDescription(Messages.new_projectDescription);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Optional<URI> place = page.useDefaults() ? Optional.empty() : Optional.of(page.getLocationURI());
        String name = page.getProjectName();
        IProject project = page.getProjectHandle();
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    ProjectMaker.make(name, place, monitor);
                } catch (CoreException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            StatusManager.getManager().handle(e.getCause() instanceof CoreException refused
                    ? refused.getStatus()
                    : Status.error(Messages.new_failed, e.getCause()),
                    StatusManager.SHOW | StatusManager.LOG);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        BasicNewResourceWizard.selectAndReveal(project, workbench.getActiveWorkbenchWindow());
        return true;
    }
}
