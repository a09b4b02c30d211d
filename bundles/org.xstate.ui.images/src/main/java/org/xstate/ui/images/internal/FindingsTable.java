package org.xstate.ui.images.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.xstate.analysis.image.FindingFix;
import org.xstate.analysis.image.FindingPlace;
import org.xstate.analysis.image.Span;
import org.xstate.api.Finding;

/** What is to be said against the image that is shown. A double click or Enter goes to the bytes; the menu mends. */
final class FindingsTable {

    private final ImageModel model;
    private final Edits edits;
    private final Consumer<Span> reveal;
    private final Consumer<Optional<String>> refused;
    private final TableViewer viewer;

    FindingsTable(Composite parent, ImageModel model, Edits edits, Consumer<Span> reveal,
            Consumer<Optional<String>> refused) {
        this.model = model;
        this.edits = edits;
        this.reveal = reveal;
        this.refused = refused;
        Composite holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.findings_finding, 66, new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof Finding finding ? finding.message() : element.toString();
            }

            @Override
            public Image getImage(Object element) {
                return element instanceof Finding finding ? icon(finding) : null;
            }

            @Override
            public String getToolTipText(Object element) {
                return element instanceof Finding finding ? tip(finding) : null;
            }
        });
        column(layout, Messages.findings_where, 17, text(this::where));
        column(layout, Messages.findings_remedy, 17, text(Finding::remedy));
        viewer.addOpenListener(event -> selected().flatMap(this::place).ifPresent(reveal));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(manager -> fill(menu));
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
    }

    private void column(TableColumnLayout layout, String title, int weight, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
        column.setLabelProvider(labels);
    }

    private ColumnLabelProvider text(java.util.function.Function<Finding, String> text) {
        return new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return element instanceof Finding finding ? text.apply(finding) : "";
            }

            @Override
            public String getToolTipText(Object element) {
                return element instanceof Finding finding ? tip(finding) : null;
            }
        };
    }

    private static Image icon(Finding finding) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(switch (finding.severity()) {
            case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case NOTE -> ISharedImages.IMG_OBJS_INFO_TSK;
        });
    }

    private static String tip(Finding finding) {
        return finding.severity().name().toLowerCase(java.util.Locale.ROOT) + " " + finding.id() + "\n"
                + finding.message() + (finding.remedy().isEmpty() ? "" : "\n\u2192 " + finding.remedy());
    }

    /** Without the name of the image, which is the one that is shown. */
    private String where(Finding finding) {
        String label = model.shown().map(shown -> shown.record().label()).orElse("");
        return finding.where().equals(label)
                ? ""
                : finding.where().startsWith(label + ", ")
                        ? finding.where().substring(label.length() + 2)
                        : finding.where();
    }

    TableViewer viewer() {
        return viewer;
    }

    private Optional<Finding> selected() {
        return viewer.getStructuredSelection().getFirstElement() instanceof Finding finding
                ? Optional.of(finding)
                : Optional.empty();
    }

    private Optional<Span> place(Finding finding) {
        return model.shown().flatMap(shown -> FindingPlace.of(finding, shown.map(), shown.place()));
    }

    private void fill(MenuManager menu) {
        selected().ifPresent(finding -> {
            Optional<Span> place = place(finding);
            menu.add(action(Messages.findings_go, place.isPresent(), () -> place.ifPresent(reveal)));
            fix(finding).ifPresent(fix -> menu
                    .add(action(NLS.bind(Messages.findings_fix, fix.label()), true, () -> apply(fix))));
        });
    }

    private static Action action(String text, boolean enabled, Runnable run) {
        Action action = new Action(text) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setEnabled(enabled);
        return action;
    }

    Optional<FindingFix> fix(Finding finding) {
        return model.shown().flatMap(shown -> FindingFix.of(finding, shown.map(), shown.catalog()));
    }

    void apply(FindingFix fix) {
        refused.accept(edits.perform(fix.label(), fix.edits()));
    }

    /** Goes where a finding is about, as far as that is known. */
    void go(String id) {
        model.findings().stream().filter(finding -> finding.id().equals(id)).findFirst().flatMap(this::place)
                .ifPresent(reveal);
    }

    void refresh() {
        List<Finding> findings = model.findings();
        List<?> rows = !findings.isEmpty() || model.report().isEmpty()
                ? findings
                : List.of(Messages.findings_none);
        if (!rows.equals(viewer.getInput())) {
            viewer.setInput(rows);
        }
    }

}
