package org.xstate.ui.check.internal.designs;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.xstate.analysis.designs.DesignJudge;
import org.xstate.analysis.designs.DesignMatrix;
import org.xstate.analysis.designs.DesignStudy;
import org.xstate.check.CancelToken;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Messages;

/** Computes a matrix beside the user interface. */
final class MatrixJob extends Job {

    /** Hears of it on the thread of the user interface. */
    interface Listener {
        /** @param done designs of @param all */
        void progress(int done, int all);

        /** @param computed what there is; not complete if it was cancelled */
        void computed(Computed computed);

        void refused(String sentence);
    }

    private final Question question;
    private final Control where;
    private final Listener listener;
    private final CancelToken token = new CancelToken();

    MatrixJob(Question question, Control where, Listener listener) {
        super(Messages.designs_job);
        this.question = question;
        this.where = where;
        this.listener = listener;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == ViewJobs.FAMILY;
    }

    @Override
    protected void canceling() {
        token.cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try (Contributed contributed = Contributed.open()) {
            DesignStudy study = question.study(contributed.current()
                    .orElseThrow(() -> new IllegalStateException("the registry of plugins is not running")));
            int all = study.designs().size() * (study.hasSwitches() ? 2 : 1);
            monitor.beginTask(Messages.designs_job, all);
            AtomicInteger done = new AtomicInteger();
            DesignMatrix matrix = judge(study, monitor, done, all);
            Optional<DesignMatrix> standard = study.hasSwitches() && matrix.complete()
                    ? Optional.of(judge(study.withoutSwitches(), monitor, done, all))
                    : Optional.empty();
            Computed computed = new Computed(question, study, matrix,
                    standard.filter(DesignMatrix::complete).map(matrix::against));
            show(one -> one.computed(computed));
            return token.isCancelled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
        } catch (IllegalArgumentException e) {
            show(one -> one.refused(e.getMessage()));
            return Status.OK_STATUS;
        } catch (java.io.UncheckedIOException e) {
            show(one -> one.refused(e.getMessage() + ": " + e.getCause().getMessage()));
            return Status.OK_STATUS;
        }
    }

    private DesignMatrix judge(DesignStudy study, IProgressMonitor monitor, AtomicInteger done, int all) {
        return DesignJudge.judge(study, Settings.checking().exploration().threads(), token, one -> {
            monitor.worked(1);
            int now = done.incrementAndGet();
            if (!where.isDisposed()) {
                where.getDisplay().asyncExec(() -> {
                    if (!where.isDisposed()) {
                        listener.progress(now, all);
                    }
                });
            }
        });
    }

    private void show(Consumer<Listener> told) {
        if (!where.isDisposed()) {
            where.getDisplay().syncExec(() -> {
                if (!where.isDisposed()) {
                    told.accept(listener);
                }
            });
        }
    }
}
