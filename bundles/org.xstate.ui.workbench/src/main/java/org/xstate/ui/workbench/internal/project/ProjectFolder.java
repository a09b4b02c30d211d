package org.xstate.ui.workbench.internal.project;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.xstate.ui.workbench.internal.Messages;

/** The folders that a project begins with. Nothing depends on a file's folder: they are for people. */
public enum ProjectFolder {
    /** Model C that several scenarios include, and designs of an API. */
    MODELS("models"),
    /** Scenarios to be simulated and checked. */
    SCENARIOS("scenarios"),
    /** CPUID dumps. */
    CPUS("cpus"),
    /** Cores, signal frames, ptrace and KVM buffers, bare images. */
    IMAGES("images"),
    /** Traces, reports, pictures. */
    RESULTS("results");

    private final String folder;

    ProjectFolder(String folder) {
        this.folder = folder;
    }

    /** The folder's name. */
    public String folder() {
        return folder;
    }

    /** Where it is in a project, whether it exists or not. */
    public IFolder in(IProject project) {
        return project.getFolder(folder);
    }

    /** Which one a resource is, if it is one at the top of a project. */
    public static Optional<ProjectFolder> of(IResource resource) {
        return resource.getType() == IResource.FOLDER && resource.getParent().getType() == IResource.PROJECT
                ? Arrays.stream(values()).filter(one -> one.folder.equals(resource.getName())).findFirst()
                : Optional.empty();
    }

    /** What belongs there, for the tooltip. */
    public String description() {
        return switch (this) {
            case MODELS -> Messages.folder_models;
            case SCENARIOS -> Messages.folder_scenarios;
            case CPUS -> Messages.folder_cpus;
            case IMAGES -> Messages.folder_images;
            case RESULTS -> Messages.folder_results;
        };
    }
}
