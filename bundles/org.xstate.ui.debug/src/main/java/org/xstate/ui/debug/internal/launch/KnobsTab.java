package org.xstate.ui.debug.internal.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.CellKeys;
import org.xstate.ui.ViewJobs;
import org.xstate.ui.debug.internal.Icons;
import org.xstate.ui.debug.internal.Messages;

/** Knobs of the scenario: what they are set to there, and to what they are set here. */
final class KnobsTab extends AbstractLaunchConfigurationTab {

    private TableViewer table;
    private Label message;
    private final Map<String, String> set = new TreeMap<>();
    private List<Program.Knob> knobs = List.of();
    private String shown = "";

    private record Loaded(List<Program.Knob> knobs, String problem) {
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(area);
        setControl(area);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.xstate.ui.help.debug");
        message = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(message);
        Composite frame = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
        TableColumnLayout columns = new TableColumnLayout();
        frame.setLayout(columns);
        table = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(table);
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(columns, Messages.knobs_name, 3, Program.Knob::name);
        column(columns, Messages.knobs_standard, 2, knob -> Scenario.text(knob, knob.setting()));
        column(columns, Messages.knobs_set, 2, knob -> set.getOrDefault(knob.name(), ""))
                .setEditingSupport(new Editing());
        CellKeys.edit(table, 2);
    }

    private TableViewerColumn column(TableColumnLayout columns, String name, int weight,
            Function<Program.Knob, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(name);
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Program.Knob) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return String.join(", ", ((Program.Knob) element).values().keySet());
            }
        });
        return column;
    }

    /** A value is one of the names that the knob declares, or a number; nothing for the scenario's own. */
    private final class Editing extends EditingSupport {

        Editing() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            ComboBoxViewerCellEditor editor = new ComboBoxViewerCellEditor(table.getTable());
            editor.setContentProvider(ArrayContentProvider.getInstance());
            editor.setInput(new java.util.ArrayList<>(((Program.Knob) element).values().keySet()));
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return set.get(((Program.Knob) element).name());
        }

        @Override
        protected void setValue(Object element, Object value) {
            String knob = ((Program.Knob) element).name();
            String typed = Optional.ofNullable(value).map(Object::toString).orElseGet(this::typed).strip();
            if (typed.isEmpty()) {
                set.remove(knob);
            } else {
                set.put(knob, typed);
            }
            table.update(element, null);
            updateLaunchConfigurationDialog();
        }

        /** What stands in the field if it is none of the names. */
        private String typed() {
            return java.util.Arrays.stream(table.getTable().getChildren())
                    .filter(CCombo.class::isInstance).map(one -> ((CCombo) one).getText()).findFirst()
                    .orElse("");
        }
    }

    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        // a scenario sets its knobs by itself
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            set.clear();
            set.putAll(configuration.getAttribute(Attributes.KNOBS, Map.of()));
            load(configuration);
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    @Override
    public void activated(ILaunchConfigurationWorkingCopy configuration) {
        try {
            load(configuration);
        } catch (CoreException e) {
            setErrorMessage(e.getMessage());
        }
    }

    private void load(ILaunchConfiguration configuration) throws CoreException {
        String file = Files.location(configuration.getAttribute(Attributes.FILE, ""));
        Optional<String> scenario = ScenarioDelegate.text(configuration, Attributes.SCENARIO);
        Optional<String> kernel = ScenarioDelegate.text(configuration, Attributes.KERNEL);
        Optional<String> profile = ScenarioDelegate.text(configuration, Attributes.PROFILE);
        String wanted = String.join("|", file, scenario.toString(), kernel.toString(), profile.toString());
        if (wanted.equals(shown)) {
            table.refresh();
            return;
        }
        shown = wanted;
        message.setText(Messages.loading);
        ViewJobs.run(Messages.loading, table.getTable(), () -> knobs(file, scenario, kernel, profile),
                loaded -> {
                    knobs = loaded.knobs();
                    table.setInput(knobs);
                    message.setText(loaded.problem().isEmpty() ? Messages.knobs_hint : loaded.problem());
                    message.requestLayout();
                });
    }

    private static Loaded knobs(String file, Optional<String> scenario, Optional<String> kernel,
            Optional<String> profile) {
        try {
            return new Loaded(Loading.scenario(file, scenario, kernel, profile, Map.of()).knobs(), "");
        } catch (CoreException e) {
            return new Loaded(List.of(), e.getMessage());
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        configuration.setAttribute(Attributes.KNOBS, set.isEmpty() ? null : new TreeMap<>(set));
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        Optional<String> problem = knobs.stream().filter(knob -> !isValue(knob, set.get(knob.name())))
                .map(knob -> NLS.bind(Messages.knobs_wrong, new Object[]{knob.name(), set.get(knob.name()),
                    String.join(", ", knob.values().keySet())}))
                .findFirst();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }

    private static boolean isValue(Program.Knob knob, String value) {
        return value == null || knob.values().containsKey(value)
                || value.matches("-?(0[xX][0-9a-fA-F]+|[0-9]+)");
    }

    @Override
    public String getName() {
        return Messages.tab_name_knobs;
    }

    @Override
    public Image getImage() {
        return Icons.image("hex");
    }
}
