package org.xstate.ui.editor.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.source.ModelSources;
import org.xstate.analysis.source.SourceSearch;
import org.xstate.analysis.source.SourceSearch.Hit;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.index.Occurrence;
import org.xstate.model.index.SourceIndex;
import org.xstate.ui.ViewJobs;

/** Looks for all places where the name at the caret stands, and shows them in the view. */
final class References {

    private References() {
    }

    static void search(ModelCEditor editor) {
        Optional<Snapshot> now = editor.current();
        Optional<Occurrence> name = now
                .flatMap(known -> known.index().at(known.file().name(), editor.caret()))
                .filter(Occurrence::isResolved);
        Optional<ModelSources> sources = Languages.sources();
        if (name.isEmpty() || sources.isEmpty()) {
            editor.complain(Messages.references_none);
            return;
        }
        try {
            ReferencesView view = (ReferencesView) editor.getSite().getPage().showView(ReferencesView.ID);
            SourceFiles files = OpenTexts.now();
            view.begin(name.get().name());
            new Search(view, new SourceSearch(sources.get(), files), now.get(), name.get(),
                    Neighbours.of(editor.file()))
                    .schedule();
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static final class Search extends Job {

        private final ReferencesView view;
        private final SourceSearch search;
        private final Snapshot from;
        private final Occurrence name;
        private final List<String> others;

        Search(ReferencesView view, SourceSearch search, Snapshot from, Occurrence name,
                List<String> others) {
            super(NLS.bind(Messages.references_job, name.name()));
            this.view = view;
            this.search = search;
            this.from = from;
            this.name = name;
            this.others = others;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            List<SourceIndex> indices = search.indices(from.file().name(), others, monitor::isCanceled);
            List<Hit> hits = SourceSearch.references(indices, name.key());
            if (monitor.isCanceled()) {
                return Status.CANCEL_STATUS;
            }
            view.show(name.name(), indices.getFirst(), hits);
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == ViewJobs.FAMILY;
        }
    }
}
