package org.xstate.ui.check.internal.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.jface.resource.JFaceResources;
import org.xstate.model.ir.Program;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.CellKeys;
import org.xstate.ui.check.internal.Accessibles;
import org.xstate.ui.check.internal.Messages;

/** The knobs of a model with the values that they have and those that are set. */
final class KnobTable {

    private final Composite area;
    private final TableViewer viewer;
    private final Runnable changed;
    private final Map<String, String> set = new LinkedHashMap<>();
    private List<Program.Knob> knobs = List.of();

    KnobTable(Composite parent, Runnable changed) {
        this.changed = changed;
        area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        Accessibles.name(viewer.getTable(), Messages.dialog_knobs.replace("&", ""));
        column(layout, Messages.knob_name, 3, Program.Knob::name);
        column(layout, Messages.knob_value, 3, this::shown).setEditingSupport(new Editing());
        CellKeys.edit(viewer, 1);
        column(layout, Messages.knob_ofScenario, 3, knob -> Scenario.text(knob, knob.setting()));
        column(layout, Messages.knob_values, 5, knob -> String.join(" ", knob.values().keySet()));
    }

    Composite control() {
        return area;
    }

    private TableViewerColumn column(TableColumnLayout layout, String title, int weight,
            Function<Program.Knob, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Program.Knob) element);
            }

            @Override
            public Font getFont(Object element) {
                return set.containsKey(((Program.Knob) element).name())
                        ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                        : null;
            }
        });
        return column;
    }

    private String shown(Program.Knob knob) {
        return Optional.ofNullable(set.get(knob.name())).orElse(Messages.knob_asScenario);
    }

    /** @param wanted values by name */
    void show(List<Program.Knob> all, Map<String, String> wanted) {
        knobs = List.copyOf(all);
        set(wanted);
    }

    void set(Map<String, String> wanted) {
        set.clear();
        set.putAll(wanted);
        viewer.setInput(knobs);
    }

    Map<String, String> settings() {
        return Map.copyOf(set);
    }

    /** The first value stands for that of the scenario. */
    private static List<String> choices(Program.Knob knob) {
        List<String> choices = new ArrayList<>(List.of(Messages.knob_asScenario));
        choices.addAll(knob.values().keySet());
        return choices;
    }

    private final class Editing extends EditingSupport {

        Editing() {
            super(KnobTable.this.viewer);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new ComboBoxCellEditor(viewer.getTable(),
                    choices((Program.Knob) element).toArray(String[]::new), SWT.READ_ONLY);
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            return Math.max(0, choices((Program.Knob) element).indexOf(shown((Program.Knob) element)));
        }

        @Override
        protected void setValue(Object element, Object value) {
            Program.Knob knob = (Program.Knob) element;
            int index = (Integer) value;
            if (index <= 0) {
                set.remove(knob.name());
            } else {
                set.put(knob.name(), choices(knob).get(index));
            }
            viewer.refresh();
            changed.run();
        }
    }
}
