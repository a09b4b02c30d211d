package org.xstate.ui.check.internal.checks;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.text.CheckChangesText;
import org.xstate.analysis.text.Style;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.EmptyState;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.ReportPane;
import org.xstate.ui.check.internal.Sash;
import org.xstate.ui.check.internal.checks.ChecksTree.PropertyRow;

/** What {@code xstate check} does: checks that run, wait and are done, and the report of the one that is selected. */
public final class ChecksView extends ViewPart implements Exportable {

    public static final String ID = "org.xstate.ui.check.checks";

    private boolean compared;
    private Composite stack;
    private EmptyState empty;
    private SashForm sash;
    private ChecksTree tree;
    private ReportPane report;
    private CheckActions actions;

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = new EmptyState(stack, Messages.checks_empty, Messages.checks_emptyDo,
                () -> CheckHandler.checkActive(getSite().getPage(), false));
        sash = Sash.of(stack);
        tree = new ChecksTree(sash);
        report = new ReportPane(sash, Messages.checks_report);
        sash.setWeights(61, 39);
        report.onOpen(place -> item()
                .ifPresent(item -> Known.open(item, place, getSite().getPage(), report.control())));
        TreeViewer viewer = tree.viewer();
        viewer.setInput(Checks.get());
        viewer.addSelectionChangedListener(event -> selected());
        viewer.addDoubleClickListener(event -> item().ifPresent(actions::open));
        getSite().setSelectionProvider(viewer);
        actions = new CheckActions(this, viewer);
        menus(viewer);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.xstate.ui.help.checks");
        ChecksFollower.follow(stack, this::show);
        show();
        ViewJobs.run(getPartName(), stack, () -> {
            Checks.get().restore();
            return Checks.get().runs();
        }, runs -> show());
    }

    private void menus(TreeViewer viewer) {
        actions.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        actions.fillMenu(menu);
        menu.add(new Separator());
        PartExports.addTo(getSite(), menu);
        MenuManager context = new MenuManager();
        actions.fillMenu(context);
        context.add(new Separator());
        PartExports.addTo(getSite(), context);
        context.add(new GroupMarker("additions"));
        viewer.getTree().setMenu(context.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(context, viewer);
    }

    private void show() {
        List<CheckRun> runs = Checks.get().runs();
        StackLayout layout = (StackLayout) stack.getLayout();
        layout.topControl = runs.isEmpty() ? empty.control() : sash;
        stack.layout();
        TreeViewer viewer = tree.viewer();
        boolean complete = tree.show(runs);
        boolean none = viewer.getStructuredSelection().isEmpty();
        if (none && !runs.isEmpty() && complete) {
            viewer.setSelection(new StructuredSelection(runs.getLast()), true);
        }
        long active = runs.stream().filter(CheckRun::isActive).count();
        setContentDescription(active == 0 ? "" : NLS.bind(Messages.checks_active, active));
        selected();
        if (!complete) {
            stack.getDisplay().asyncExec(() -> {
                if (!stack.isDisposed()) {
                    show();
                }
            });
        }
    }

    /** All that is known, whatever time it takes: something of it is asked for. */
    private void showAll() {
        while (!tree.show(Checks.get().runs())) {
            // the next slice
        }
    }

    /** Selects a run and shows what came of it. */
    void reveal(CheckRun run) {
        compared = false;
        showAll();
        tree.viewer().setSelection(new StructuredSelection(run), true);
    }

    /** Shows one answer. */
    public void reveal(CheckedItem item) {
        compared = false;
        showAll();
        tree.viewer().setSelection(new StructuredSelection(item), true);
    }

    private void selected() {
        actions.enable();
        if (compared) {
            item().flatMap(item -> item.content().before()
                    .map(before -> CheckChangesText.lines(item.summary().against(before), Style.PLAIN)))
                    .ifPresentOrElse(report::show, () -> report.show(lines()));
        } else {
            report.show(lines());
        }
        CoverageShown.show(item());
    }

    /** Shows what changed against the answer before, or the report again. */
    void compare(boolean wanted) {
        compared = wanted;
        selected();
    }

    private List<String> lines() {
        Optional<CheckedItem> item = item();
        if (item.isPresent()) {
            return item.get().content().text();
        }
        return run().map(RunText::lines).orElseGet(List::of);
    }

    Optional<CheckRun> run() {
        IStructuredSelection selection = tree.viewer().getStructuredSelection();
        return switch (selection.getFirstElement()) {
            case CheckRun run -> Optional.of(run);
            case CheckedItem item -> Optional.of(item.run());
            case PropertyRow row -> Optional.of(row.item().run());
            case null, default -> Optional.empty();
        };
    }

    /** The answer that is selected; of a file with one scenario, that one. */
    Optional<CheckedItem> item() {
        IStructuredSelection selection = tree.viewer().getStructuredSelection();
        return switch (selection.getFirstElement()) {
            case CheckedItem item -> Optional.of(item);
            case PropertyRow row -> Optional.of(row.item());
            case CheckRun run when run.items().size() == 1 && !run.isActive() -> Optional
                    .of(run.items().getFirst());
            case null, default -> Optional.empty();
        };
    }

    @Override
    public void setFocus() {
        if (Checks.get().runs().isEmpty()) {
            empty.setFocus();
        } else {
            tree.viewer().getTree().setFocus();
        }
    }

    @Override
    public Optional<String> text() {
        List<String> lines = lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines) + "\n");
    }

    @Override
    public Optional<String> json() {
        List<CheckedItem> items = item().map(List::of)
                .orElseGet(() -> run().map(CheckRun::items).orElseGet(List::of));
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", items.stream().map(CheckedItem::document).toList()) + "\n");
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    @Override
    public String command() {
        return item().map(item -> item.run().settings().command(item.summary().source()))
                .or(() -> run().map(run -> run.settings().command(run.target().label())))
                .orElse("xstate check");
    }
}
