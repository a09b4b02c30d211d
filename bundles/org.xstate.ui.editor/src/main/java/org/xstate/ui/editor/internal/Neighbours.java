package org.xstate.ui.editor.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.source.ModelSources;

/** The files in which something of a file may be used: those of all open projects, or of its folder if it is in none. */
final class Neighbours {

    private Neighbours() {
    }

    static List<String> of(EditorFile file) {
        Optional<IFile> resource = Navigation.resource(file.name());
        TreeSet<String> names = new TreeSet<>();
        if (resource.isEmpty() && !file.library()) {
            Path folder = Path.of(file.name()).getParent();
            if (folder != null && Files.isDirectory(folder)) {
                names.addAll(ModelSources.filesIn(folder));
            }
        }
        if (resource.isPresent() || file.library()) {
            for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
                names.addAll(models(project));
            }
        }
        return new ArrayList<>(names);
    }

    private static List<String> models(IProject project) {
        List<String> names = new ArrayList<>();
        if (project.isOpen()) {
            try {
                project.accept(resource -> {
                    if (resource instanceof IFile one && isModel(one)) {
                        names.add(EditorFile.nameOf(one));
                    }
                    return !resource.isDerived();
                });
            } catch (CoreException e) {
                StatusManager.getManager().handle(e.getStatus());
            }
        }
        return names;
    }

    static boolean isModel(IResource resource) {
        return resource.getType() == IResource.FILE && ("c".equals(resource.getFileExtension())
                || "h".equals(resource.getFileExtension()));
    }
}
