package org.xstate.ui.editor.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.Position;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;

/** Compiles the files of a project that have changed, or that include such, and marks what is wrong with them. */
public final class ProblemBuilder extends IncrementalProjectBuilder {

    static final String MARKER = "org.xstate.ui.editor.problem";

    @Override
    protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor)
            throws CoreException {
        Optional<ModelSources> sources = Languages.sources();
        if (sources.isEmpty()) {
            return new IProject[0];
        }
        IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
        Set<IFile> files = delta == null ? all() : changed(sources.get(), delta);
        SubMonitor progress = SubMonitor.convert(monitor, Messages.build_task, files.size());
        for (IFile file : files) {
            if (progress.isCanceled()) {
                forgetLastBuiltState();
                return new IProject[0];
            }
            progress.subTask(NLS.bind(Messages.build_file, file.getFullPath()));
            mark(sources.get(), file, progress);
            progress.worked(1);
        }
        return new IProject[0];
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        getProject().deleteMarkers(MARKER, true, IResource.DEPTH_INFINITE);
    }

    private Set<IFile> all() throws CoreException {
        Set<IFile> files = new LinkedHashSet<>();
        getProject().accept(resource -> {
            if (Neighbours.isModel(resource)) {
                files.add((IFile) resource);
            }
            return !resource.isDerived();
        });
        return files;
    }

    private Set<IFile> changed(ModelSources sources, IResourceDelta delta) throws CoreException {
        Set<String> names = new LinkedHashSet<>();
        Set<IFile> files = new LinkedHashSet<>();
        delta.accept(one -> {
            boolean content = one.getKind() != IResourceDelta.CHANGED
                    || (one.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
            if (Neighbours.isModel(one.getResource()) && content) {
                names.add(EditorFile.nameOf((IFile) one.getResource()));
                if (one.getKind() != IResourceDelta.REMOVED) {
                    files.add((IFile) one.getResource());
                }
            }
            return true;
        });
        for (IFile file : names.isEmpty() ? Set.<IFile>of() : all()) {
            SourceIndex index = sources.index(ModelSources.onDisk(), EditorFile.nameOf(file));
            if (index.files().stream().anyMatch(names::contains) || missesIncludes(index)) {
                files.add(file);
            }
        }
        return files;
    }

    /** A file that includes one which is not there: it may be there now. */
    private static boolean missesIncludes(SourceIndex index) {
        return index.includes(index.main()).stream().anyMatch(
                one -> SourceIndex.included(ModelSources.onDisk(), index.main(), one.name()).isEmpty());
    }

    private static void mark(ModelSources sources, IFile file, IProgressMonitor monitor)
            throws CoreException {
        String name = EditorFile.nameOf(file);
        SourceFiles disk = ModelSources.onDisk();
        Optional<SourceText> text = disk.text(name).map(content -> SourceText.of(name, content));
        file.deleteMarkers(MARKER, true, IResource.DEPTH_ZERO);
        if (text.isPresent()) {
            for (Problem problem : Problems.of(sources, disk, name, monitor::isCanceled)) {
                mark(file, text.get(), problem);
            }
        }
    }

    private static void mark(IFile file, SourceText text, Problem problem) throws CoreException {
        Position place = ProblemMarks.place(text, problem.diagnostic().span());
        file.createMarker(MARKER, Map.of(IMarker.SEVERITY,
                problem.diagnostic().isError() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING,
                IMarker.MESSAGE,
                ProblemAnnotation.sentence(problem.diagnostic()).replace('\n', ' '), IMarker.LINE_NUMBER,
                problem.diagnostic().span().line(), IMarker.CHAR_START, place.getOffset(), IMarker.CHAR_END,
                place.getOffset() + place.getLength(), IMarker.LOCATION,
                NLS.bind(Messages.build_line, problem.diagnostic().span().line())));
    }
}
