package org.xstate.ui.editor.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/** Tells {@link ProblemJob} what has changed in a project. */
public final class ProblemBuilder extends IncrementalProjectBuilder {

    static final String MARKER = "org.xstate.ui.editor.problem";

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
            throws CoreException {
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        if (delta == null) {
            ProblemJob.of(getProject()).all();
        } else {
            ProblemJob.of(getProject()).changed(changed(delta));
        }
        return new IProject[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        ProblemJob.of(getProject()).forget();
        getProject().deleteMarkers(MARKER, true, IResource.DEPTH_INFINITE);
    }

    private static Set<String> changed(IResourceDelta delta) throws CoreException {
        Set<String> names = new LinkedHashSet<>();
        delta.accept(one -> {
            boolean content = one.getKind() != IResourceDelta.CHANGED
                    || (one.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
            if (Neighbours.isModel(one.getResource()) && content) {
                names.add(EditorFile.nameOf((IFile) one.getResource()));
            }
            return true;
        });
        return names;
    }
}
