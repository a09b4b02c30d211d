package org.xstate.ui.check.internal.search;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.xstate.analysis.search.Checkpoint;
import org.xstate.analysis.search.KnobSearch;
import org.xstate.analysis.search.SearchFindings;
import org.xstate.analysis.search.SearchProgress;
import org.xstate.analysis.search.SearchRefused;
import org.xstate.analysis.search.SearchRequest;
import org.xstate.analysis.search.SearchResult;
import org.xstate.analysis.search.Weights;
import org.xstate.check.CancelToken;
import org.xstate.ui.Contributed;
import org.xstate.ui.Settings;
import org.xstate.ui.check.internal.Messages;

/** A search beside the user interface; what is done is kept in a checkpoint, from which the next one goes on. */
final class SearchJob extends Job {

    /** Hears of it on the thread of the user interface. */
    interface Listener {
        void progress(SearchProgress progress);

        void found(SearchResult result, SearchFindings findings);

        /** It ended without a result. @param resumable whether a checkpoint has what was done */
        void ended(String sentence, boolean resumable);
    }

    private final Path file;
    private final boolean whole;
    private final Optional<Path> resumed;
    private final Path checkpoint;
    private final Control where;
    private final Listener listener;
    private final CancelToken token = new CancelToken();

    /** @param resume whether to go on with what the checkpoint has */
    SearchJob(Path file, boolean whole, Path checkpoint, boolean resume, Control where, Listener listener) {
        super(NLS.bind(Messages.search_job, file.getFileName()));
        this.file = file;
        this.whole = whole;
        this.checkpoint = checkpoint;
        this.resumed = resume ? Optional.of(checkpoint) : Optional.empty();
        this.where = where;
        this.listener = listener;
    }

    @Override
    protected void canceling() {
        token.cancel();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try (Contributed contributed = Contributed.open()) {
            int threads = Settings.checking().exploration().threads();
            SearchRequest request = new SearchRequest(file.toString().replace('\\', '/'),
                    Settings.loading(contributed.current().orElseThrow(
                            () -> new IllegalStateException("the registry of plugins is not running"))),
                    whole, Optional.empty(), SearchRequest.CASES, SearchRequest.COSTS, threads,
                    Settings.checking().exploration().maxMemory() / threads);
            Checkpoint kept = resumed.map(Checkpoint::resume).orElseGet(() -> Checkpoint.fresh(checkpoint));
            SearchResult result = KnobSearch.run(request, kept, token, far -> {
                monitor.subTask(far.what());
                show(one -> one.progress(far), false);
            });
            SearchFindings findings = SearchFindings.of(result, Weights.DEFAULT, Weights.SIZES);
            show(one -> one.found(result, findings), true);
            return Status.OK_STATUS;
        } catch (SearchRefused refused) {
            show(one -> one.ended(refused.getMessage().strip(), false), true);
            return Status.OK_STATUS;
        } catch (CancellationException cancelled) {
            show(one -> one.ended(Messages.search_cancelled, true), true);
            return Status.CANCEL_STATUS;
        } catch (UncheckedIOException e) {
            return new Status(IStatus.ERROR, SearchJob.class, e.getMessage(), e.getCause());
        }
    }

    private void show(Consumer<Listener> told, boolean wait) {
        if (where.isDisposed()) {
            return;
        }
        Runnable work = () -> {
            if (!where.isDisposed()) {
                told.accept(listener);
            }
        };
        if (wait) {
            where.getDisplay().syncExec(work);
        } else {
            where.getDisplay().asyncExec(work);
        }
    }
}
