package org.xstate.ui.workbench.internal.project;

import java.net.URI;
import java.util.Optional;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Makes projects. */
public final class ProjectMaker {

    private ProjectMaker() {
    }

    /**
     * A project with the nature and its folders. A project that is there gets what it lacks.
     *
     * @param place where its content lies; empty for the workspace's folder
     */
    public static IProject make(String name, Optional<URI> place, IProgressMonitor monitor)
            throws CoreException {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        ResourcesPlugin.getWorkspace().run(progress -> make(project, place, progress), monitor);
        return project;
    }

    private static void make(IProject project, Optional<URI> place, IProgressMonitor monitor)
            throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 3 + ProjectFolder.values().length);
        if (!project.exists()) {
            IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
            place.ifPresent(description::setLocationURI);
            project.create(description, progress.split(1));
        }
        project.open(progress.split(1));
        if (!project.hasNature(XstateNature.ID)) {
            IProjectDescription description = project.getDescription();
            description.setNatureIds(new String[]{XstateNature.ID});
            project.setDescription(description, progress.split(1));
        }
        for (ProjectFolder one : ProjectFolder.values()) {
            IFolder folder = one.in(project);
            if (!folder.exists()) {
                folder.create(IResource.NONE, true, progress.split(1));
            }
        }
        // every command reads model C as UTF-8
        project.setDefaultCharset("UTF-8", null);
    }
}
