package org.xstate.ui.check.internal.designs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignsPicture;
import org.xstate.analysis.designs.Subject;
import org.xstate.analysis.json.DesignsJson;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.text.DesignsText;
import org.xstate.analysis.text.Style;
import org.xstate.api.Contributions;
import org.xstate.layout.cpu.CpuProfile;
import org.xstate.layout.cpu.CpuProfiles;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.ReportPane;
import org.xstate.ui.check.internal.Sash;

/** What {@code xstate designs} computes: which design is right in which case, why not, and what it costs. */
public final class DesignsView extends ViewPart implements Exportable, MatrixJob.Listener {

    public static final String ID = "org.xstate.ui.check.designs";

    private Question question = Question.STANDARD;
    private Optional<MatrixJob> job = Optional.empty();
    private Optional<Computed> computed = Optional.empty();
    private Composite area;
    private QuestionBar bar;
    private MatrixTable matrix;
    private CostChart costs;
    private ReportPane report;
    private CellDetails details;
    private DesignsActions actions;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        question = QuestionMemory.read(Optional.ofNullable(memento));
    }

    @Override
    public void saveState(IMemento memento) {
        QuestionMemory.write(question, memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
        bar = new QuestionBar(area, this::ask, this::filter);
        SashForm sash = Sash.of(area);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        CTabFolder tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT | SWT.BORDER);
        matrix = new MatrixTable(tabs);
        costs = new CostChart(tabs, item -> details.item(item.id()));
        tab(tabs, Messages.designs_matrix, matrix.viewer().getTable());
        tab(tabs, Messages.designs_costs, costs.control());
        tabs.setSelection(0);
        report = new ReportPane(sash, Messages.designs_report);
        sash.setWeights(62, 38);
        details = new CellDetails(this, report);
        matrix.onChoose(details::show);
        matrix.viewer().getTable().addListener(SWT.MouseDoubleClick, event -> matrix.design()
                .ifPresent(design -> matrix.entryAt(event).ifPresentOrElse(
                        entry -> details.explain(design, entry, Optional.empty()),
                        () -> details.openText(design))));
        matrix.viewer().getTable().addListener(SWT.DefaultSelection, event -> matrix.design()
                .ifPresent(design -> matrix.entry().ifPresent(
                        entry -> details.explain(design, entry, Optional.empty()))));
        drops(matrix.viewer().getTable());
        getSite().setSelectionProvider(matrix.viewer());
        actions = new DesignsActions(this);
        menus();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.designs");
        ViewJobs.run(Messages.designs_offers, area, DesignsView::offers, offers -> {
            bar.fill(offers, question);
            ask(question);
        });
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private void menus() {
        actions.fill(getViewSite().getActionBars().getToolBarManager());
        actions.fill(getViewSite().getActionBars().getMenuManager());
        getViewSite().getActionBars().getMenuManager().add(new Separator());
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        MenuManager context = new MenuManager();
        context.setRemoveAllWhenShown(true);
        context.addMenuListener(menu -> {
            actions.fillContext(menu);
            menu.add(new Separator());
            PartExports.addTo(getSite(), menu);
        });
        matrix.viewer().getTable().setMenu(context.createContextMenu(matrix.viewer().getTable()));
        getSite().registerContextMenu(context, matrix.viewer());
    }

    private void drops(Control control) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] names) {
                    add(Arrays.stream(names).map(Path::of).toList());
                }
            }
        });
    }

    private static QuestionBar.Offers offers() {
        try (Contributed contributed = Contributed.open()) {
            List<String> components = contributed.current().map(Contributions::features)
                    .map(catalog -> catalog.contributions().stream()
                            .map(one -> one.provider().descriptor()).filter(one -> one.number() > 1)
                            .map(one -> one.name()).toList())
                    .orElseGet(List::of);
            Subject standard = Subject.standard();
            return new QuestionBar.Offers(components,
                    CpuProfiles.all().stream().map(CpuProfile::id).toList(), standard.updated(),
                    standard.bystander());
        }
    }

    /** Computes the matrix for that; one that is being computed is given up. */
    void ask(Question asked) {
        question = asked;
        job.ifPresent(MatrixJob::cancel);
        MatrixJob next = new MatrixJob(asked, area, this);
        job = Optional.of(next);
        setContentDescription(Messages.designs_computing);
        actions.enable();
        next.schedule();
    }

    void again() {
        ask(bar.question());
    }

    void cancel() {
        job.ifPresent(MatrixJob::cancel);
    }

    boolean isComputing() {
        return job.isPresent();
    }

    /** Adds rows for designs of the user's own. */
    void add(List<Path> files) {
        List<Path> own = new ArrayList<>(question.own());
        files.stream().filter(file -> file.toString().endsWith(".c") && !own.contains(file))
                .forEach(own::add);
        bar.own(own);
    }

    /** Takes a row of the user's own away. */
    void remove(Design design) {
        List<Path> own = new ArrayList<>(question.own());
        own.removeIf(file -> file.toString().replace('\\', '/').equals(design.source().name()));
        bar.own(own);
    }

    boolean isOwn(Design design) {
        return question.own().stream()
                .anyMatch(file -> file.toString().replace('\\', '/').equals(design.source().name()));
    }

    private void filter(int wanted) {
        matrix.filter(design -> wanted == 0
                || computed.filter(one -> one.matrix().isRight(design.id()) == (wanted == 1)).isPresent());
    }

    @Override
    public void progress(int done, int all) {
        if (isComputing()) {
            setContentDescription(NLS.bind(Messages.designs_progress, done, all));
        }
    }

    @Override
    public void computed(Computed result) {
        if (!result.question().equals(question)) {
            return;
        }
        job = Optional.empty();
        computed = Optional.of(result);
        long right = result.judged().stream().filter(one -> result.matrix().isRight(one.id())).count();
        String told = NLS.bind(Messages.designs_told, new Object[]{right, result.judged().size(),
            result.matrix().subject().updated(), result.matrix().subject().bystander(),
            result.matrix().machine().map(one -> one.kernel() + " · " + one.profile()).orElse("-")});
        setContentDescription(
                result.matrix().complete() ? told : NLS.bind(Messages.designs_incomplete, told));
        matrix.show(result);
        costs.show(result.matrix());
        details.begin(result);
        actions.enable();
    }

    @Override
    public void refused(String sentence) {
        job = Optional.empty();
        setContentDescription(NLS.bind(Messages.designs_refused, sentence));
        report.show(List.of(sentence));
        actions.enable();
    }

    Optional<Computed> result() {
        return computed;
    }

    MatrixTable matrix() {
        return matrix;
    }

    CellDetails details() {
        return details;
    }

    @Override
    public void setFocus() {
        matrix.viewer().getTable().setFocus();
    }

    @Override
    public void dispose() {
        cancel();
        super.dispose();
    }

    @Override
    public Optional<String> text() {
        return computed.map(
                one -> String.join("\n", DesignsText.lines(one.matrix(), one.changes(), Style.PLAIN)) + "\n");
    }

    @Override
    public Optional<String> json() {
        return computed.map(one -> DesignsJson.document(one.matrix(), one.changes()) + "\n");
    }

    @Override
    public Optional<Picture> picture() {
        return computed.map(one -> DesignsPicture.of(one.matrix()));
    }

    @Override
    public String command() {
        return question.command();
    }
}
