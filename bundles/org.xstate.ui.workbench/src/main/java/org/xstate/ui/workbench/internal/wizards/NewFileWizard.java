package org.xstate.ui.workbench.internal.wizards;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.xstate.ui.workbench.internal.open.FileOpener;
import org.xstate.ui.workbench.internal.project.ProjectFolder;

/** A new file with content; where it goes is suggested by what it is. */
abstract class NewFileWizard extends Wizard implements INewWizard {

    private IWorkbench workbench;
    private IStructuredSelection selection;
    private WizardNewFileCreationPage page;

    /** @return what the new file holds */
    abstract String content();

    abstract String title();

    abstract String description();

    abstract ProjectFolder folder();

    abstract String suggestedName();

    @Override
    public void init(IWorkbench bench, IStructuredSelection selected) {
        workbench = bench;
        selection = suggestedPlace(selected);
        setWindowTitle(title());
        setNeedsProgressMonitor(true);
    }

    /** A selected folder is taken; for a project, or nothing, the folder for such files. */
    private IStructuredSelection suggestedPlace(IStructuredSelection selected) {
        IResource resource = Adapters.adapt(selected.getFirstElement(), IResource.class);
        IProject project = resource instanceof IProject itself ? itself : null;
        if (project != null && project.isAccessible()) {
            IFolder folder = folder().in(project);
            return folder.exists() ? new StructuredSelection(folder) : selected;
        }
        return resource == null ? selected : new StructuredSelection(resource);
    }

    @Override
    public void addPages() {
        page = new ContentPage(selection);
        page.setTitle(title());
        page.setDescription(description());
        page.setFileName(freeName());
        addPage(page);
    }

    /** The suggestion, with a number if it is taken. */
    private String freeName() {
        if (!(selection.getFirstElement() instanceof IContainer container)) {
            return suggestedName();
        }
        int dot = suggestedName().lastIndexOf('.');
        String name = suggestedName();
        for (int number = 2; container.findMember(name) != null; number++) {
            name = suggestedName().substring(0, dot) + "-" + number + suggestedName().substring(dot);
        }
        return name;
    }

    @Override
    public boolean performFinish() {
        IFile file = page.createNewFile();
        if (file == null) {
            return false;
        }
        BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
        new FileOpener(workbench.getActiveWorkbenchWindow()).open(file);
        return true;
    }

    private final class ContentPage extends WizardNewFileCreationPage {

        ContentPage(IStructuredSelection selection) {
            super("file", selection);
        }

        @Override
        protected InputStream getInitialContents() {
            return new ByteArrayInputStream(content().getBytes(StandardCharsets.UTF_8));
        }
    }
}
