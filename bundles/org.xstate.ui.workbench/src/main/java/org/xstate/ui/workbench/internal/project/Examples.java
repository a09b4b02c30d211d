package org.xstate.ui.workbench.internal.project;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.xstate.ui.workbench.internal.Messages;

/** The examples that come with the program, as a project in the workspace: to be changed at will. */
public final class Examples {

    /** The project's name. */
    public static final String PROJECT = "xstate-examples";

    /** The proposal as it was posted, whose counterexample greets a new user. */
    public static final String SEED = "seed/begin-finish.c";

    private static final String ROOT = "examples/";

    /** What is in folders of its own among the sources, and belongs together in a project. */
    private static final Map<String, String> PLACES = Map.of("cpuid", ProjectFolder.CPUS.folder(), "cores",
            ProjectFolder.IMAGES.folder(), "frames", ProjectFolder.IMAGES.folder(), "kvm",
            ProjectFolder.IMAGES.folder());

    private Examples() {
    }

    /** Copies what is missing; a file that somebody has changed stays as it is. */
    public static IProject copy(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, Messages.examples_job, 10);
        IProject project = ProjectMaker.make(PROJECT, Optional.empty(), progress.split(1));
        Bundle bundle = FrameworkUtil.getBundle(Examples.class);
        List<URL> files = Optional.ofNullable(bundle.findEntries(ROOT, "*", true)).map(Collections::list)
                .map(List::copyOf).orElse(List.of());
        if (files.isEmpty()) {
            throw new CoreException(Status.error(Messages.examples_missing));
        }
        SubMonitor copying = progress.split(9).setWorkRemaining(files.size());
        project.getWorkspace().run(_ -> {
            for (URL file : files) {
                copy(file, project, copying.split(1));
            }
        }, project, IResource.NONE, null);
        return project;
    }

    private static void copy(URL source, IProject project, IProgressMonitor monitor) throws CoreException {
        String name = source.getPath().substring(source.getPath().indexOf(ROOT) + ROOT.length());
        if (name.endsWith("/")) {
            return;
        }
        IPath path = new Path(name);
        String first = path.segment(0);
        IFile file = project
                .getFile(new Path(PLACES.getOrDefault(first, first)).append(path.removeFirstSegments(1)));
        if (file.exists()) {
            return;
        }
        make(file.getParent());
        try (InputStream content = source.openStream()) {
            file.create(content, true, monitor);
        } catch (IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.examples_unreadable, name), e));
        }
    }

    private static void make(IContainer container) throws CoreException {
        if (container instanceof IFolder folder && !folder.exists()) {
            make(folder.getParent());
            folder.create(IResource.NONE, true, null);
        }
    }
}
