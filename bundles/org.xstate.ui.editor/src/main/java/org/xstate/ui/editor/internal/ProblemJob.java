package org.xstate.ui.editor.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.xstate.analysis.source.ModelSources;

/**
 * Marks what is wrong in the files of one project that have changed, or that include such. It runs beside the platform's build,
 * not in it: a build holds the workspace until it ends, and users save, delete and check meanwhile. What is not through when
 * the desktop ends is begun again by {@link UnfinishedProblems}.
 */
final class ProblemJob extends Job {

    /** All of them, for whoever waits until what is marked is up to date. */
    static final String FAMILY = ProblemBuilder.MARKER;

    private static final QualifiedName UNFINISHED = new QualifiedName("org.xstate.ui.editor", "unfinished");
    private static final Map<IProject, ProblemJob> JOBS = new ConcurrentHashMap<>();

    private final IProject project;
    private final Set<IFile> waiting = new LinkedHashSet<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private boolean all;

    private ProblemJob(IProject project) {
        super(NLS.bind(Messages.build_task, project.getName()));
        this.project = project;
        setPriority(BUILD);
    }

    static ProblemJob of(IProject project) {
        return JOBS.computeIfAbsent(project, ProblemJob::new);
    }

    /** Whether an earlier session of the desktop ended before it was through. */
    static boolean isUnfinished(IProject project) throws CoreException {
        return project.getPersistentProperty(UNFINISHED) != null;
    }

    /** Looks at every file. */
    void all() throws CoreException {
        synchronized (this) {
            all = true;
        }
        begin();
    }

    /** Looks at those that are, or that include, what has changed. @param names as {@link EditorFile#nameOf} gives them */
    void changed(Collection<String> names) throws CoreException {
        if (names.isEmpty()) {
            return;
        }
        synchronized (this) {
            changed.addAll(names);
        }
        begin();
    }

    private void begin() throws CoreException {
        project.setPersistentProperty(UNFINISHED, Boolean.toString(true));
        schedule();
    }

    /** Forgets what it still wanted to look at. */
    void forget() {
        cancel();
        synchronized (this) {
            all = false;
            changed.clear();
            waiting.clear();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Optional<ModelSources> sources = Languages.sources();
        if (sources.isEmpty()) {
            return Status.CANCEL_STATUS;
        }
        ModelFiles files = new ModelFiles(project, sources.get());
        SubMonitor progress = SubMonitor.convert(monitor);
        try {
            Optional<IFile> next = next(files);
            while (next.isPresent() && !progress.isCanceled()) {
                progress.setWorkRemaining(size());
                progress.subTask(NLS.bind(Messages.build_file, next.get().getFullPath()));
                files.mark(next.get(), progress);
                progress.worked(1);
                done(next.get(), progress.isCanceled());
                next = next(files);
            }
            if (next.isPresent()) {
                return Status.CANCEL_STATUS;
            }
            if (project.isAccessible()) {
                project.setPersistentProperty(UNFINISHED, null);
            }
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return project.isAccessible() ? e.getStatus() : Status.CANCEL_STATUS;
        }
    }

    private Optional<IFile> next(ModelFiles files) throws CoreException {
        if (!project.isAccessible()) {
            forget();
            return Optional.empty();
        }
        Set<String> names;
        boolean every;
        synchronized (this) {
            every = all;
            names = Set.copyOf(changed);
            all = false;
            changed.clear();
        }
        Collection<IFile> found = every
                ? files.all()
                : names.isEmpty() ? Set.<IFile>of() : files.concernedBy(names);
        synchronized (this) {
            waiting.addAll(found);
            return waiting.stream().findFirst();
        }
    }

    private synchronized int size() {
        return waiting.size();
    }

    private synchronized void done(IFile file, boolean cancelled) {
        if (!cancelled) {
            waiting.remove(file);
        }
    }

    @Override
    public boolean belongsTo(Object family) {
        return FAMILY.equals(family);
    }
}
