package org.xstate.ui.workbench.internal.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.features.Vectors;
import org.xstate.api.Contributions;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.FeatureCatalog;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.api.XFeatureProvider;
import org.xstate.ui.Contributed;
import org.xstate.ui.workbench.internal.Messages;
import org.xstate.ui.ViewJobs;

/** What {@code xstate features} lists: registered xfeatures and what was refused; it follows bundles that come and go. */
public final class FeaturesView extends ViewPart {

    public static final String ID = "org.xstate.ui.workbench.features";

    /** An xfeature. @param traps the exceptions whose handlers are about it */
    private record Row(Contribution contribution, String traps) {

        private XFeatureProvider provider() {
            return contribution.provider();
        }
    }

    private record Shown(List<Row> accepted, List<Rejected> rejected) {

        private static Shown of(Contributions contributions) {
            FeatureCatalog catalog = contributions.features();
            List<Rejected> rejected = new ArrayList<>(catalog.rejected());
            contributions.rejected().stream().filter(one -> !rejected.contains(one)).forEach(rejected::add);
            rejected.sort(Comparator.comparing(Rejected::bundle).thenComparing(Rejected::position)
                    .thenComparing(Rejected::contribution));
            List<ContributedHandler> handlers = contributions.contributedHandlers();
            return new Shown(catalog.contributions().stream()
                    .map(one -> new Row(one, Vectors.of(one.provider().descriptor(), handlers))).toList(),
                    rejected);
        }
    }

    private Contributed contributed;
    private Optional<Contributions.Subscription> subscription = Optional.empty();
    private SashForm sash;
    private TableViewer accepted;
    private TableViewer rejected;

    @Override
    public void createPartControl(Composite parent) {
        contributed = Contributed.open();
        sash = new SashForm(parent, SWT.VERTICAL);
        accepted = accepted(new Composite(sash, SWT.NONE));
        rejected = rejected(new Composite(sash, SWT.NONE));
        getSite().setSelectionProvider(accepted);
        subscription = contributed.current().map(contributions -> contributions.onChange(this::changed));
        refresh();
    }

    private static TableViewer accepted(Composite parent) {
        TableViewer viewer = table(parent);
        TableColumnLayout layout = (TableColumnLayout) parent.getLayout();
        column(viewer, layout, Messages.column_id, 1, SWT.RIGHT,
                (Row one) -> Integer.toString(one.provider().descriptor().number()));
        column(viewer, layout, Messages.column_name, 3, SWT.LEFT,
                (Row one) -> one.provider().descriptor().name());
        column(viewer, layout, Messages.column_kind, 2, SWT.LEFT,
                (Row one) -> one.provider().descriptor().kind().word());
        column(viewer, layout, Messages.column_bytes, 1, SWT.RIGHT,
                (Row one) -> Integer.toString(one.provider().descriptor().size()));
        column(viewer, layout, Messages.column_policy, 3, SWT.LEFT,
                (Row one) -> one.provider().restorePolicy().label());
        column(viewer, layout, Messages.column_traps, 1, SWT.LEFT, Row::traps);
        column(viewer, layout, Messages.column_bundle, 5, SWT.LEFT, (Row one) -> one.contribution().bundle());
        return viewer;
    }

    private static TableViewer rejected(Composite parent) {
        TableViewer viewer = table(parent);
        TableColumnLayout layout = (TableColumnLayout) parent.getLayout();
        column(viewer, layout, Messages.column_bundle, 3, SWT.LEFT, Rejected::bundle);
        column(viewer, layout, Messages.column_name, 3, SWT.LEFT, Rejected::contribution);
        column(viewer, layout, Messages.column_reason, 6, SWT.LEFT, Rejected::reason);
        column(viewer, layout, Messages.column_remedy, 5, SWT.LEFT, Rejected::remedy);
        return viewer;
    }

    private static TableViewer table(Composite parent) {
        parent.setLayout(new TableColumnLayout());
        TableViewer viewer = new TableViewer(parent,
                SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        return viewer;
    }

    private static <T> void column(TableViewer viewer, TableColumnLayout layout, String title, int weight,
            int alignment, Function<T, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 30));
        column.setLabelProvider(new ColumnLabelProvider() {
            // rows of one table are of one type, which the viewer does not know
            @SuppressWarnings("unchecked")
            @Override
            public String getText(Object row) {
                return text.apply((T) row);
            }
        });
    }

    /** On some thread, possibly after the view was closed. */
    private void changed() {
        if (!sash.isDisposed()) {
            sash.getDisplay().asyncExec(() -> {
                if (!sash.isDisposed()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        contributed.current().ifPresent(contributions -> ViewJobs.run(getPartName(), sash,
                () -> Shown.of(contributions), this::show));
    }

    private void show(Shown shown) {
        accepted.setInput(shown.accepted());
        rejected.setInput(shown.rejected());
        sash.setMaximizedControl(shown.rejected().isEmpty() ? accepted.getTable().getParent() : null);
        setContentDescription("%s, %s".formatted(
                NLS.bind(Messages.features_accepted, shown.accepted().size()),
                shown.rejected().isEmpty()
                        ? Messages.features_noneRejected
                        : NLS.bind(Messages.features_rejected, shown.rejected().size())));
    }

    @Override
    public void setFocus() {
        accepted.getControl().setFocus();
    }

    @Override
    public void dispose() {
        subscription.ifPresent(Contributions.Subscription::close);
        contributed.close();
        super.dispose();
    }
}
