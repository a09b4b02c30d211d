package org.xstate.ui.check.internal.counterexamples;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.xstate.analysis.picture.Picture;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.check.internal.Accessibles;
import org.xstate.ui.check.internal.Columns;
import org.xstate.ui.check.internal.EmptyState;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.ReportPane;
import org.xstate.ui.check.internal.Slice;
import org.xstate.ui.check.internal.Sash;
import org.xstate.ui.check.internal.Sorting;
import org.xstate.ui.check.internal.checks.CheckedItem;
import org.xstate.ui.check.internal.checks.Checks;
import org.xstate.ui.check.internal.checks.ChecksFollower;
import org.xstate.ui.check.internal.checks.Known;

/** All counterexamples of the workspace, the latest first, and what the selected one shows. */
public final class CounterexamplesView extends ViewPart implements Exportable {

    public static final String ID = "org.xstate.ui.check.counterexamples";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
            .withZone(ZoneId.systemDefault());

    private Composite stack;
    private EmptyState empty;
    private SashForm sash;
    private TableViewer viewer;
    private List<CheckedItem> shown = List.of();
    private Icons icons;
    private ReportPane report;
    private CounterexampleActions actions;

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = new EmptyState(stack, Messages.counterexamples_empty, Messages.counterexamples_emptyDo,
                this::showChecks);
        sash = Sash.of(stack);
        table(sash);
        report = new ReportPane(sash, Messages.counterexamples_report);
        sash.setWeights(45, 55);
        report.onOpen(place -> selected().stream().findFirst()
                .ifPresent(item -> Known.open(item, place, getSite().getPage(), report.control())));
        viewer.addSelectionChangedListener(event -> preview());
        getSite().setSelectionProvider(viewer);
        actions = new CounterexampleActions(this);
        viewer.addDoubleClickListener(event -> actions.debug());
        actions.fill(getViewSite().getActionBars().getToolBarManager());
        actions.fill(getViewSite().getActionBars().getMenuManager());
        getViewSite().getActionBars().getMenuManager().add(new Separator());
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        MenuManager context = new MenuManager();
        actions.fill(context);
        context.add(new Separator());
        PartExports.addTo(getSite(), context);
        viewer.getTable().setMenu(context.createContextMenu(viewer.getTable()));
        getSite().registerContextMenu(context, viewer);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.xstate.ui.help.counterexamples");
        ChecksFollower.follow(stack, this::show);
        show();
        ViewJobs.run(getPartName(), stack, () -> {
            Checks.get().restore();
            return Checks.get().items();
        }, items -> show());
    }

    private void table(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        viewer = new TableViewer(area,
                SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setContentProvider((IStructuredContentProvider) input -> shown.toArray());
        viewer.setInput(this);
        viewer.getTable().setHeaderVisible(true);
        Accessibles.name(viewer.getTable(), Messages.counterexamples_table);
        icons = new Icons(viewer.getControl());
        Sorting sorting = new Sorting(viewer);
        column(sorting, layout, Messages.counterexamples_file, 5, 20, SWT.LEFT,
                item -> item.summary().source(),
                Comparator.comparing(item -> item.summary().source()));
        column(sorting, layout, Messages.counterexamples_scenario, 4, 24, SWT.LEFT,
                item -> item.summary().scenario(), Comparator.comparing(item -> item.summary().scenario()));
        column(sorting, layout, Messages.counterexamples_property, 4, 22, SWT.LEFT,
                item -> item.summary().property().orElse(""),
                Comparator.comparing(item -> item.summary().property().orElse("")));
        column(sorting, layout, Messages.counterexamples_steps, 1, 7, SWT.RIGHT,
                item -> Integer.toString(item.summary().steps()),
                Comparator.comparingInt(item -> item.summary().steps()));
        column(sorting, layout, Messages.counterexamples_expected, 2, 13, SWT.LEFT,
                item -> item.summary().passed() ? Messages.expected_yes : Messages.expected_unexpected,
                Comparator.comparing(item -> item.summary().passed()));
        column(sorting, layout, Messages.counterexamples_when, 3, 18, SWT.LEFT,
                item -> WHEN.format(item.when()), Comparator.comparing(CheckedItem::when));
    }

    /** @param least characters that are to be seen before the table scrolls */
    private void column(Sorting sorting, TableColumnLayout layout, String title, int weight, int least,
            int alignment, Function<CheckedItem, String> text, Comparator<CheckedItem> order) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        boolean first = viewer.getTable().getColumnCount() == 1;
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        layout.setColumnData(column.getColumn(),
                new ColumnWeightData(weight, Columns.width(viewer.getTable(), least, title)));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((CheckedItem) element);
            }

            @Override
            public Image getImage(Object element) {
                return first ? icons.image(Icons.VIOLATED) : null;
            }
        });
        sorting.add(column.getColumn(),
                (one, other) -> order.compare((CheckedItem) one, (CheckedItem) other));
    }

    private void showChecks() {
        try {
            getSite().getPage().showView(org.xstate.ui.check.internal.checks.ChecksView.ID);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void show() {
        List<CheckedItem> found = Checks.get().items().stream()
                .filter(item -> item.content().trace().isPresent()).toList();
        StackLayout layout = (StackLayout) stack.getLayout();
        layout.topControl = found.isEmpty() ? empty.control() : sash;
        stack.layout();
        Slice<CheckedItem> slice = Slice.next(shown, found);
        shown = slice.shown();
        viewer.remove(slice.removed().toArray());
        for (CheckedItem item : slice.added()) {
            // the place counts as long as nobody has sorted them
            viewer.insert(item, shown.indexOf(item));
        }
        if (!shown.isEmpty() && selected().isEmpty()) {
            viewer.setSelection(new StructuredSelection(shown.getFirst()), true);
        }
        preview();
        if (shown.size() < found.size()) {
            stack.getDisplay().asyncExec(() -> {
                if (!stack.isDisposed()) {
                    show();
                }
            });
        }
    }

    List<CheckedItem> selected() {
        List<CheckedItem> items = new ArrayList<>();
        for (Object one : viewer.getStructuredSelection().toList()) {
            items.add((CheckedItem) one);
        }
        return items;
    }

    Control area() {
        return viewer.getControl();
    }

    private void preview() {
        List<CheckedItem> items = selected();
        report.show(items.size() == 1
                ? items.getFirst().content().text()
                : items.size() == 2
                        ? CounterexampleDifference.lines(items.getFirst(), items.getLast())
                        : List.of());
        actions.enable();
    }

    /** Shows one of them. */
    public static void reveal(IWorkbenchPage page, CheckedItem item) {
        try {
            if (page.showView(ID) instanceof CounterexamplesView view) {
                view.show();
                view.viewer.setSelection(new StructuredSelection(item), true);
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    @Override
    public void setFocus() {
        if (Checks.get().items().stream().anyMatch(item -> item.content().trace().isPresent())) {
            viewer.getTable().setFocus();
        } else {
            empty.setFocus();
        }
    }

    @Override
    public Optional<String> text() {
        List<CheckedItem> items = selected();
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(items.stream().map(item -> String.join("\n", item.content().text()) + "\n")
                        .reduce((one, other) -> one + "\n" + other).orElse(""));
    }

    @Override
    public Optional<String> json() {
        List<CheckedItem> items = selected();
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
        return selected().stream().findFirst()
                .map(item -> item.run().settings().only(List.of(item.summary().scenario()))
                        .command(item.summary().source()))
                .orElse("xstate check");
    }
}
