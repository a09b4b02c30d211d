package org.xstate.ui.editor.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.Position;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.SourceIndex;
import org.xstate.model.index.SourceText;

/** The files in model C of a project, as they are on the disk. */
record ModelFiles(IProject project, ModelSources sources) {

    Set<IFile> all() throws CoreException {
        Set<IFile> files = new LinkedHashSet<>();
        project.accept(resource -> {
            if (Neighbours.isModel(resource)) {
                files.add((IFile) resource);
            }
            return !resource.isDerived();
        });
        return files;
    }

    /** Those whose problems may be others now. @param names of files that were changed, added or removed */
    Set<IFile> concernedBy(Set<String> names) throws CoreException {
        Set<IFile> files = new LinkedHashSet<>();
        for (IFile file : all()) {
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

    /** Compiles a file and puts its problems in the place of those that were marked. Cancelled, it leaves these. */
    void mark(IFile file, IProgressMonitor monitor) throws CoreException {
        String name = EditorFile.nameOf(file);
        SourceFiles disk = ModelSources.onDisk();
        Optional<SourceText> text = disk.text(name).map(content -> SourceText.of(name, content));
        List<Problem> problems = text.isPresent()
                ? Problems.of(sources, disk, name, monitor::isCanceled)
                : List.of();
        if (monitor.isCanceled()) {
            return;
        }
        // all at once: no view shows a file without its problems
        ICoreRunnable marking = _ -> {
            if (file.exists()) {
                file.deleteMarkers(ProblemBuilder.MARKER, true, IResource.DEPTH_ZERO);
                for (Problem problem : problems) {
                    mark(file, text.orElseThrow(), problem);
                }
            }
        };
        file.getWorkspace().run(marking, file.getWorkspace().getRuleFactory().markerRule(file),
                IWorkspace.AVOID_UPDATE, null);
    }

    private static void mark(IFile file, SourceText text, Problem problem) throws CoreException {
        Position place = ProblemMarks.place(text, problem.diagnostic().span());
        file.createMarker(ProblemBuilder.MARKER, Map.of(IMarker.SEVERITY,
                problem.diagnostic().isError() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING,
                IMarker.MESSAGE,
                ProblemAnnotation.sentence(problem.diagnostic()).replace('\n', ' '), IMarker.LINE_NUMBER,
                problem.diagnostic().span().line(), IMarker.CHAR_START, place.getOffset(), IMarker.CHAR_END,
                place.getOffset() + place.getLength(), IMarker.LOCATION,
                NLS.bind(Messages.build_line, problem.diagnostic().span().line())));
    }
}
