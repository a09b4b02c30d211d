package org.xstate.ui.workbench.internal.recovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.xstate.ui.workbench.internal.Messages;

/**
 * Backs editors up: soon after a change, and from time to time for editors that do not tell of each change. What is saved,
 * or closed without saving, needs no backup any more.
 */
final class Keeper implements IPartListener2 {

    /** Milliseconds after a change; changes until then are one. */
    private static final int SOON = 700;

    /** Milliseconds between two looks at all dirty editors. */
    private static final int FROM_TIME_TO_TIME = 5000;

    private static final ISchedulingRule ORDER = new Order();

    private final Backups backups;
    private final Display display;
    private final DirtyEditors dirty = new DirtyEditors();
    private final Set<IEditorPart> watched = new HashSet<>();
    private final Map<String, Backup> kept = new ConcurrentHashMap<>();
    private final IPropertyListener changed = (source, property) -> {
        if (property == IEditorPart.PROP_DIRTY) {
            dirtyChanged((IEditorPart) source);
        }
    };
    private final IDocumentListener typed = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {
            // it is the change that counts
        }

        @Override
        public void documentChanged(DocumentEvent event) {
            soon();
        }
    };
    private final Runnable look = this::look;
    private boolean waiting;

    Keeper(Backups backups, Display display) {
        this.backups = backups;
        this.display = display;
    }

    void watch(IWorkbenchWindow window) {
        window.getPartService().addPartListener(this);
        for (IEditorReference reference : window.getActivePage().getEditorReferences()) {
            Optional.ofNullable(reference.getEditor(false)).ifPresent(this::watch);
        }
        display.timerExec(FROM_TIME_TO_TIME, this::regularly);
    }

    /** At the desktop's regular end everything is saved or given up. */
    void close() {
        try {
            Job.getJobManager().join(this, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kept.values().forEach(backups::delete);
    }

    private void regularly() {
        look();
        display.timerExec(FROM_TIME_TO_TIME, this::regularly);
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor) {
            watch(editor);
        }
    }

    /** Closed with or without saving: either way somebody has decided. */
    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof IEditorPart editor && watched.remove(editor)) {
            editor.removePropertyListener(changed);
            forget(editor);
        }
    }

    private void watch(IEditorPart editor) {
        if (watched.add(editor)) {
            editor.addPropertyListener(changed);
            DirtyEditors.document(editor).ifPresent(document -> document.addDocumentListener(typed));
        }
    }

    private void dirtyChanged(IEditorPart editor) {
        if (editor.isDirty()) {
            soon();
        } else {
            forget(editor);
        }
    }

    private void forget(IEditorPart editor) {
        dirty.forget(editor);
        DirtyEditors.empty(editor).ifPresent(gone -> run(() -> {
            backups.delete(gone);
            kept.remove(gone.name());
        }));
    }

    private void soon() {
        display.asyncExec(() -> {
            if (!waiting) {
                waiting = true;
                display.timerExec(SOON, look);
            }
        });
    }

    private void look() {
        waiting = false;
        List<Backup> news = new ArrayList<>();
        watched.forEach(editor -> dirty.take(editor).ifPresent(news::add));
        if (!news.isEmpty()) {
            run(() -> {
                for (Backup one : news) {
                    backups.write(one.of(Backups.digest(one.file())));
                    kept.put(one.name(), one);
                }
            });
        }
    }

    /** Something with files, one after the other: a deletion must not overtake the writing before it. */
    private interface Work {
        void run() throws IOException;
    }

    private void run(Work work) {
        Job job = new Job(Messages.recovery_job) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    work.run();
                    return Status.OK_STATUS;
                } catch (IOException e) {
                    return Status.warning(Messages.recovery_notKept, e);
                }
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == Keeper.this;
            }
        };
        job.setSystem(true);
        job.setRule(ORDER);
        job.schedule();
    }

    /** Jobs of this rule run one at a time, in the order in which they were made. */
    private static final class Order implements ISchedulingRule {

        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    }
}
