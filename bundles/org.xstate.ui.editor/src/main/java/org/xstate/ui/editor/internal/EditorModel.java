package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.Problem;
import org.xstate.analysis.source.Problems;
import org.xstate.ui.ViewJobs;

/**
 * Follows the text of an editor: what its names mean, and then what is wrong with it, computed beside the user interface a
 * moment after the last change. Whoever follows is told on the thread of the user interface.
 */
final class EditorModel {

    /** Milliseconds after which a change is looked at: shorter than a pause in typing, longer than between two keys. */
    private static final int DELAY = 250;

    private final Display display;
    private final IDocument document;
    private final EditorFile file;
    private final List<Consumer<Snapshot>> followers = new CopyOnWriteArrayList<>();
    private final Job job = new Reading();
    private final IDocumentListener listener = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            job.cancel();
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            job.schedule(DELAY);
        }
    };
    private volatile Optional<Snapshot> latest = Optional.empty();
    private volatile boolean closed;

    EditorModel(Display display, IDocument document, EditorFile file) {
        this.display = display;
        this.document = document;
        this.file = file;
        document.addDocumentListener(listener);
    }

    EditorFile file() {
        return file;
    }

    void follow(Consumer<Snapshot> follower) {
        followers.add(follower);
    }

    /** Looks at the text now, and again after each change. */
    void start() {
        job.schedule();
    }

    void close() {
        closed = true;
        document.removeDocumentListener(listener);
        job.cancel();
    }

    /** What was found last; the text may have changed since. */
    Optional<Snapshot> latest() {
        return latest;
    }

    /** What the names in the text as it is now mean; computed at once, which takes some ten milliseconds. */
    Optional<Snapshot> current() {
        String text = document.get();
        return latest.filter(known -> known.text().equals(text))
                .or(() -> Languages.sources().map(sources -> new Snapshot(
                        file, text, sources.index(file.with(text), file.name()), Optional.empty())));
    }

    /** Whether what was found last is about the text as it is now. On the thread of the user interface. */
    boolean isCurrent(Snapshot snapshot) {
        return !closed && document.getLength() == snapshot.text().length()
                && document.get().equals(snapshot.text());
    }

    private void tell(Snapshot snapshot, IProgressMonitor monitor) {
        if (display.isDisposed()) {
            return;
        }
        display.syncExec(() -> {
            if (!monitor.isCanceled() && isCurrent(snapshot)) {
                latest = Optional.of(snapshot);
                followers.forEach(follower -> follower.accept(snapshot));
            }
        });
    }

    private final class Reading extends Job {

        Reading() {
            super(Messages.job_reading);
            setSystem(true);
            setPriority(Job.DECORATE);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            Optional<ModelSources> sources = Languages.sources();
            if (closed || display.isDisposed() || sources.isEmpty()) {
                return Status.CANCEL_STATUS;
            }
            String[] text = new String[1];
            display.syncExec(() -> text[0] = document.get());
            Snapshot names = new Snapshot(file, text[0], sources.get().index(file.with(text[0]), file.name()),
                    Optional.empty());
            names.index().occurrences(file.name());
            tell(names, monitor);
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            List<Problem> problems = file.library()
                    ? List.of()
                    : Problems.of(sources.get(), file.with(text[0]), file.name(), monitor::isCanceled);
            tell(new Snapshot(file, text[0], names.index(), Optional.of(problems)), monitor);
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }
}
