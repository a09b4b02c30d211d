package org.xstate.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;

/** Work of views that may take long: done beside the user interface, shown when it is done. */
public final class ViewJobs {

    /** All of them, for whoever waits until nothing is going on. */
    public static final Object FAMILY = new Object();

    private ViewJobs() {
    }

    /**
     * Computes and then shows.
     *
     * @param name  what the progress view says
     * @param where gone when the view was closed meanwhile: then nothing is shown
     */
    public static <T> void run(String name, Control where, Supplier<T> compute, Consumer<T> show) {
        Job job = new ViewJob(name, monitor -> {
            T result = compute.get();
            if (monitor.isCanceled() || where.isDisposed()) {
                return;
            }
            where.getDisplay().syncExec(() -> {
                if (!where.isDisposed()) {
                    show.accept(result);
                }
            });
        });
        job.setUser(false);
        job.schedule();
    }

    private static final class ViewJob extends Job {

        private final ICoreRunnable work;

        ViewJob(String name, ICoreRunnable work) {
            super(name);
            this.work = work;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                work.run(monitor);
                return Status.OK_STATUS;
            } catch (CoreException e) {
                return e.getStatus();
            }
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == FAMILY;
        }
    }
}
