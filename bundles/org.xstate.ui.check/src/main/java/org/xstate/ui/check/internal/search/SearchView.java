package org.xstate.ui.check.internal.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.osgi.framework.FrameworkUtil;
import org.xstate.analysis.check.CheckReport;
import org.xstate.analysis.json.SearchJson;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.search.Counterexamples;
import org.xstate.analysis.search.SearchFindings;
import org.xstate.analysis.search.SearchProgress;
import org.xstate.analysis.search.SearchResult;
import org.xstate.analysis.text.CheckText;
import org.xstate.analysis.text.SearchText;
import org.xstate.analysis.text.Style;
import org.xstate.check.CancelToken;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.EmptyState;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Opening;
import org.xstate.ui.check.internal.ReportPane;
import org.xstate.ui.check.internal.Sash;
import org.xstate.ui.check.internal.checks.Target;
import org.xstate.ui.check.internal.search.CombinationTable.Row;

/** What {@code xstate designs --search} finds: which combinations of a file's knobs are right, what they have in common. */
public final class SearchView extends ViewPart implements Exportable, SearchJob.Listener {

    public static final String ID = "org.xstate.ui.check.search";

    /** What was found. */
    private record Found(SearchResult result, SearchFindings findings) {
    }

    private Optional<Path> file = Optional.empty();
    private Optional<Job> job = Optional.empty();
    private Optional<Found> found = Optional.empty();
    private boolean whole;
    private Composite stack;
    private EmptyState empty;
    private SashForm sash;
    private CombinationTable table;
    private ReportPane report;
    private IAction again;
    private IAction resume;
    private IAction cancel;
    private IAction all;

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        StackLayout layout = new StackLayout();
        stack.setLayout(layout);
        empty = new EmptyState(stack, Messages.search_empty, Messages.search_emptyDo,
                () -> SearchHandler.searchActive(getSite().getPage()));
        sash = Sash.of(stack);
        report = new ReportPane(sash, Messages.search_report);
        table = new CombinationTable(sash);
        sash.setWeights(50, 50);
        table.viewer().addDoubleClickListener(event -> table.selected().ifPresent(this::explain));
        getSite().setSelectionProvider(table.viewer());
        layout.topControl = empty.control();
        report.onOpen(place -> file.map(one -> one.resolveSibling(place.file())).filter(Files::isRegularFile)
                .or(() -> file.filter(one -> one.toString().endsWith(place.file()))).ifPresentOrElse(
                        one -> Opening.file(getSite().getPage(), one, place.line()),
                        () -> Opening.problem(NLS.bind(Messages.open_noFile, place.file()))));
        actions();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.xstate.ui.help.designs");
    }

    private void actions() {
        again = action(Messages.search_again, Icons.AGAIN, () -> file.ifPresent(one -> search(one, false)));
        resume = action(Messages.search_resume, Icons.STEP, () -> file.ifPresent(one -> search(one, true)));
        cancel = action(Messages.action_cancel, Icons.CANCEL, () -> job.ifPresent(Job::cancel));
        all = new Action(Messages.search_all, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                whole = isChecked();
            }
        };
        all.setImageDescriptor(Icons.descriptor(Icons.ALL_AGAIN));
        IContributionManager bar = getViewSite().getActionBars().getToolBarManager();
        IContributionManager menu = getViewSite().getActionBars().getMenuManager();
        for (IContributionManager one : List.of(bar, menu)) {
            List.of(again, resume, cancel, all).forEach(one::add);
        }
        menu.add(new Separator());
        PartExports.addTo(getSite(), menu);
        enable();
    }

    private static IAction action(String text, String icon, Runnable work) {
        Action action = new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setImageDescriptor(Icons.descriptor(icon));
        action.setToolTipText(text.replace("&", ""));
        return action;
    }

    private void enable() {
        again.setEnabled(file.isPresent() && job.isEmpty());
        resume.setEnabled(
                job.isEmpty() && file.filter(one -> Files.isRegularFile(checkpoint(one))).isPresent());
        cancel.setEnabled(job.isPresent());
    }

    /** Opens the view and sweeps over the knobs of a file. */
    static void search(IWorkbenchPage page, Path file) throws org.eclipse.ui.PartInitException {
        if (page.showView(ID) instanceof SearchView view) {
            view.search(file, false);
        }
    }

    private void search(Path wanted, boolean resumed) {
        job.ifPresent(Job::cancel);
        file = Optional.of(wanted);
        found = Optional.empty();
        ((StackLayout) stack.getLayout()).topControl = sash;
        stack.layout();
        report.show(List.of(NLS.bind(Messages.search_begins, Target.of(wanted).label())));
        SearchJob next = new SearchJob(wanted, whole, checkpoint(wanted), resumed, stack, this);
        job = Optional.of(next);
        setContentDescription(NLS.bind(Messages.search_running, Target.of(wanted).label(), ""));
        enable();
        next.schedule();
    }

    /** Where what is done of a search is kept. */
    private static Path checkpoint(Path file) {
        Path folder = Platform.getStateLocation(FrameworkUtil.getBundle(SearchView.class)).toPath();
        return folder.resolve("search-" + Integer.toHexString(file.toString().hashCode()) + ".checkpoint");
    }

    @Override
    public void progress(SearchProgress progress) {
        if (job.isPresent()) {
            setContentDescription(NLS.bind(Messages.search_running, label(),
                    NLS.bind(Messages.search_part, new Object[]{progress.what(), progress.done(),
                        progress.parts(), "%,d".formatted(progress.candidates())})));
        }
    }

    private String label() {
        return file.map(one -> Target.of(one).label()).orElse("");
    }

    @Override
    public void found(SearchResult result, SearchFindings findings) {
        job = Optional.empty();
        found = Optional.of(new Found(result, findings));
        setContentDescription(NLS.bind(Messages.search_told, new Object[]{label(),
            "%,d".formatted(result.right().size()), "%,d".formatted(result.judged()),
            "%.1f".formatted(result.seconds())}));
        report.show(SearchText.lines(result, findings, Style.PLAIN));
        table.show(result);
        enable();
    }

    @Override
    public void ended(String sentence, boolean resumable) {
        job = Optional.empty();
        setContentDescription(resumable ? NLS.bind(Messages.search_stopped, label(), sentence) : sentence);
        List<String> lines = new ArrayList<>(List.of(sentence.split("\n")));
        if (resumable) {
            lines.add(Messages.search_goOn);
        }
        report.show(lines);
        enable();
    }

    /** Finds the counterexample of a wrong combination, tells it and opens it. */
    private void explain(Row row) {
        if (found.isEmpty() || row.reason().isEmpty()) {
            return;
        }
        SearchResult result = found.get().result();
        ViewJobs.run(Messages.search_explaining, stack, () -> counterexample(result, row),
                explained -> explained
                        .filter(one -> one.trace().isPresent()).ifPresent(one -> {
                            report.show(CheckText.lines(one, Style.PLAIN));
                            Opening.recording(label() + " " + one.scenario().name(), one.scenario(),
                                    one.traceFile().orElseThrow());
                        }));
    }

    private static Optional<CheckReport> counterexample(SearchResult result, Row row) {
        try {
            return Counterexamples.of(result.request(), result.space(),
                    result.space().combinations().get(row.number()), row.reason().orElseThrow(),
                    new CancelToken());
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    @Override
    public void setFocus() {
        if (file.isPresent()) {
            table.viewer().getTable().setFocus();
        } else {
            empty.setFocus();
        }
    }

    @Override
    public void dispose() {
        job.ifPresent(Job::cancel);
        super.dispose();
    }

    @Override
    public Optional<String> text() {
        return found.map(
                one -> String.join("\n", SearchText.lines(one.result(), one.findings(), Style.PLAIN)) + "\n");
    }

    @Override
    public Optional<String> json() {
        return found.map(one -> SearchJson.document(one.result(), one.findings()) + "\n");
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    @Override
    public String command() {
        return "xstate designs --search " + label() + (whole ? " --all" : "");
    }
}
