package org.xstate.ui.workbench.internal.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.xstate.analysis.features.Vectors;
import org.xstate.analysis.picture.Picture;
import org.xstate.api.Contributions;
import org.xstate.api.Contributions.ContributedHandler;
import org.xstate.api.Contributions.Declared;
import org.xstate.api.FeatureCatalog.Contribution;
import org.xstate.api.FeatureCatalog.Rejected;
import org.xstate.ui.Contributed;
import org.xstate.ui.Exportable;
import org.xstate.ui.PartExports;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.workbench.internal.Messages;

/** What {@code xstate features --all} lists: everything that bundles contribute; it follows bundles that come and go. */
public final class FeaturesView extends ViewPart implements Exportable {

    public static final String ID = "org.xstate.ui.workbench.features";

    private final Contributed contributed = Contributed.open();
    private final List<TextTable<?>> tables = new ArrayList<>();
    private Optional<Contributions.Subscription> subscription = Optional.empty();
    private Optional<Registered> registered = Optional.empty();
    private Composite area;
    private Text filter;
    private TabFolder tabs;
    private TabItem refusedTab;
    private TextTable<Contribution> features;
    private TextTable<ContributedHandler> handlers;
    private TextTable<Declared> declared;
    private TextTable<Rejected> refused;
    private Details details;
    private Switching switching;

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
        filter.setMessage(Messages.features_filter);
        filter.setToolTipText(Messages.features_filterTip);
        name(filter, Messages.features_filter);
        filter.addModifyListener(_ -> tables.forEach(table -> table.filter(filter.getText())));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        tabs = new TabFolder(sash, SWT.TOP);
        details = new Details(sash);
        sash.setWeights(62, 38);
        features = features();
        handlers = handlers();
        declared = declared();
        refused = refused();
        refusedTab = tabs.getItem(tabs.getItemCount() - 1);
        follow();
        menus();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.xstate.ui.help.features");
        subscription = contributed.current().map(contributions -> contributions.onChange(this::changed));
        refresh();
    }

    private TextTable<Contribution> features() {
        TextTable<Contribution> table = table(Messages.tab_features, false);
        return table.column(Messages.column_id, 1, SWT.RIGHT, one -> Integer.toString(number(one)))
                .column(Messages.column_name, 3, SWT.LEFT, one -> one.provider().descriptor().name())
                .column(Messages.column_kind, 2, SWT.LEFT, one -> one.provider().descriptor().kind().word())
                .column(Messages.column_bytes, 1, SWT.RIGHT,
                        one -> Integer.toString(one.provider().descriptor().size()))
                .column(Messages.column_policy, 3, SWT.LEFT, one -> one.provider().restorePolicy().label())
                .column(Messages.column_traps, 1, SWT.LEFT, this::traps)
                .column(Messages.column_bundle, 5, SWT.LEFT, Contribution::bundle);
    }

    private static int number(Contribution one) {
        return one.provider().descriptor().number();
    }

    private String traps(Contribution one) {
        return registered.map(now -> Vectors.of(one.provider().descriptor(), now.handlers())).orElse("");
    }

    private TextTable<ContributedHandler> handlers() {
        TextTable<ContributedHandler> table = table(Messages.tab_handlers, false);
        return table.column(Messages.column_trap, 1, SWT.LEFT, one -> Vectors.name(one.handler().vector()))
                .column(Messages.column_condition, 10, SWT.LEFT, one -> one.handler().condition())
                .column(Messages.column_needs, 2, SWT.LEFT, this::needs)
                .column(Messages.column_text, 3, SWT.LEFT, one -> one.handler().text().name())
                .column(Messages.column_bundle, 3, SWT.LEFT, ContributedHandler::bundle);
    }

    private String needs(ContributedHandler one) {
        return registered.map(now -> String.join(", ",
                one.handler().needs().numbers().mapToObj(now.catalog()::name).toList())).orElse("");
    }

    private TextTable<Declared> declared() {
        TextTable<Declared> table = table(Messages.tab_declared, true);
        table.column(Messages.column_point, 2, SWT.LEFT, Declared::point)
                .column(Messages.column_class, 5, SWT.LEFT, one -> simple(one.type()))
                .column(Messages.column_state, 2, SWT.LEFT, FeaturesView::state)
                .column(Messages.column_bundle, 4, SWT.LEFT, Declared::bundle)
                .column(Messages.column_version, 2, SWT.LEFT, Declared::version);
        switching = new Switching((CheckboxTableViewer) table.viewer(), contributed, getViewSite());
        return table;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String state(Declared one) {
        return one.builtIn()
                ? Messages.state_builtIn
                : one.enabled() ? Messages.state_on : Messages.state_off;
    }

    private TextTable<Rejected> refused() {
        TextTable<Rejected> table = table(Messages.tab_refused, false);
        return table.column(Messages.column_bundle, 3, SWT.LEFT, Rejected::bundle)
                .column(Messages.column_name, 3, SWT.LEFT, Rejected::contribution)
                .column(Messages.column_place, 2, SWT.LEFT, Rejected::position)
                .column(Messages.column_reason, 6, SWT.LEFT, Rejected::reason)
                .column(Messages.column_remedy, 5, SWT.LEFT, Rejected::remedy);
    }

    private <T> TextTable<T> table(String title, boolean checks) {
        TabItem tab = new TabItem(tabs, SWT.NONE);
        tab.setText(title);
        Composite composite = new Composite(tabs, SWT.NONE);
        composite.setLayout(new TableColumnLayout());
        tab.setControl(composite);
        int style = SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL;
        TableViewer viewer = checks
                ? CheckboxTableViewer.newCheckList(composite, style)
                : new TableViewer(composite, style);
        name(viewer.getTable(), title.replace("&", ""));
        TextTable<T> table = new TextTable<>(viewer);
        tables.add(table);
        return table;
    }

    private static void name(Control control, String name) {
        control.getAccessible()
                .addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = name));
    }

    /** The details follow the selection of whatever table is in front. */
    private void follow() {
        for (TextTable<?> table : tables) {
            table.viewer().addSelectionChangedListener(
                    event -> describe(event.getStructuredSelection().getFirstElement()));
        }
        tabs.addListener(SWT.Selection,
                _ -> describe(front().viewer().getStructuredSelection().getFirstElement()));
    }

    private TextTable<?> front() {
        return tables.get(Math.max(0, tabs.getSelectionIndex()));
    }

    private void describe(Object row) {
        switch (row) {
            case Contribution one -> details.show(one.provider().descriptor(),
                    registered.map(now -> now.about(one)).orElse(""));
            case ContributedHandler one -> details.show(Registered.about(one));
            case Declared one -> details.show(NLS.bind(Messages.details_declared, new Object[]{one.type(),
                one.bundle(), one.version(), one.position(), state(one), one.point()}));
            case Rejected one ->
                details.show(NLS.bind(Messages.details_refused, new Object[]{one.contribution(),
                    one.bundle(), one.position(), one.reason(), one.remedy()}));
            case null, default -> details.show("");
        }
    }

    private void menus() {
        Action again = new Action(Messages.features_refresh) {
            @Override
            public void run() {
                refresh();
            }
        };
        again.setToolTipText(Messages.features_refreshTip);
        again.setImageDescriptor(PlatformUI.getWorkbench().getSharedImages()
                .getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
        getViewSite().getActionBars().getToolBarManager().add(again);
        PartExports.addTo(getSite(), getViewSite().getActionBars().getMenuManager());
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(switching::fill);
        declared.viewer().getTable().setMenu(menu.createContextMenu(declared.viewer().getTable()));
    }

    /** On some thread, possibly after the view was closed. */
    private void changed() {
        if (!area.isDisposed()) {
            area.getDisplay().asyncExec(() -> {
                if (!area.isDisposed()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        contributed.current().ifPresent(contributions -> ViewJobs.run(getPartName(), area,
                () -> Registered.of(contributions), this::show));
    }

    private void show(Registered now) {
        registered = Optional.of(now);
        features.show(now.catalog().contributions());
        handlers.show(now.handlers());
        declared.show(now.declared());
        switching.show(now.declared());
        refused.show(now.rejected());
        refusedTab.setText(now.rejected().isEmpty()
                ? Messages.tab_refused
                : NLS.bind(Messages.tab_refusedSome, now.rejected().size()));
        String refusals = now.rejected().isEmpty()
                ? Messages.features_noneRejected
                : NLS.bind(Messages.features_rejected, now.rejected().size());
        String off = now.disabled() == 0 ? "" : NLS.bind(Messages.features_disabled, now.disabled());
        setContentDescription(NLS.bind(Messages.features_description, new Object[]{
            now.catalog().contributions().size(), refusals, off}));
        describe(front().viewer().getStructuredSelection().getFirstElement());
    }

    @Override
    public void setFocus() {
        front().viewer().getControl().setFocus();
    }

    @Override
    public Optional<String> text() {
        return registered.map(Registered::text);
    }

    @Override
    public Optional<String> json() {
        return registered.map(Registered::json);
    }

    @Override
    public Optional<Picture> picture() {
        return Optional.empty();
    }

    @Override
    public String command() {
        return "xstate features --all";
    }

    @Override
    public void dispose() {
        subscription.ifPresent(Contributions.Subscription::close);
        contributed.close();
        super.dispose();
    }
}
