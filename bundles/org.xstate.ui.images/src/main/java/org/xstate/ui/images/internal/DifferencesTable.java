package org.xstate.ui.images.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.xstate.analysis.diff.DiffReport;
import org.xstate.analysis.text.DiffText;
import org.xstate.api.FeatureCatalog;

/** What differs, in meaning first, then in representation only. */
final class DifferencesTable {

    /**
     * A difference.
     *
     * @param meaning   whether a restore would load something else
     * @param component its number, of a difference in meaning
     */
    record Row(boolean meaning, OptionalInt component, String part, String field, String left, String right) {
    }

    private final TableViewer viewer;

    DifferencesTable(Composite parent, Consumer<Row> reveal) {
        Composite holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, Messages.compare_what, 18,
                row -> row.meaning() ? Messages.compare_meaning : Messages.compare_representation);
        column(layout, Messages.compare_component, 12, Row::part);
        column(layout, Messages.compare_field, 16, Row::field);
        column(layout, Messages.compare_a, 27, Row::left);
        column(layout, Messages.compare_b, 27, Row::right);
        viewer.addSelectionChangedListener(event -> {
            if (event.getStructuredSelection().getFirstElement() instanceof Row row) {
                reveal.accept(row);
            }
        });
    }

    private void column(TableColumnLayout layout, String title, int weight, Function<Row, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, true));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((Row) row)));
    }

    void show(List<DiffReport.Pair> pairs, FeatureCatalog catalog) {
        List<Row> rows = new ArrayList<>();
        for (DiffReport.Pair pair : pairs) {
            pair.diff().semantic()
                    .forEach(f -> rows.add(new Row(true, OptionalInt.of(f.number()), f.component(),
                            f.field(), DiffText.value(f, f.left(), catalog),
                            DiffText.value(f, f.right(), catalog))));
            pair.diff().representational().forEach(
                    r -> rows.add(new Row(false, OptionalInt.empty(), "", r.what(), r.left(), r.right())));
        }
        viewer.setInput(rows);
    }

    List<Row> rows() {
        return viewer.getInput() instanceof List<?> rows
                ? rows.stream().map(Row.class::cast).toList()
                : List.of();
    }

    /** The difference after or before the selected one; stops at the ends. */
    void step(int by) {
        List<Row> rows = rows();
        if (!rows.isEmpty()) {
            int at = rows.indexOf(viewer.getStructuredSelection().getFirstElement());
            int to = at < 0 ? by > 0 ? 0 : rows.size() - 1 : Math.clamp(at + by, 0, rows.size() - 1);
            viewer.setSelection(new StructuredSelection(rows.get(to)), true);
        }
    }

    void setFocus() {
        viewer.getTable().setFocus();
    }
}
