package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.xstate.ui.ColumnWidths;
import org.xstate.ui.Copied;

/** A table of rows of one type: its columns sort it, Ctrl+C copies the selected rows with tabs between their cells. */
final class Columns<T> {

    private final Composite area;
    private final TableColumnLayout layout = new TableColumnLayout();
    private final TableViewer viewer;
    private final Class<T> type;
    private final List<Integer> weights = new ArrayList<>();

    /** @param name what a screen reader says */
    Columns(Composite parent, Class<T> type, String name) {
        this.type = type;
        area = new Composite(parent, SWT.NONE);
        area.setLayout(layout);
        viewer = new TableViewer(area,
                SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        ColumnViewerToolTipSupport.enableFor(viewer);
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID < 0) {
                    event.result = name;
                }
            }
        });
        table.addListener(SWT.KeyDown, this::copy);
    }

    /** What to lay out. */
    Composite area() {
        return area;
    }

    TableViewer viewer() {
        return viewer;
    }

    void show(List<T> rows) {
        viewer.setInput(rows);
        ColumnWidths.fit(viewer.getTable(), layout, weights);
    }

    /** @param order of the rows when the user sorts by this column */
    Columns<T> column(String title, int weight, int alignment, Function<T, String> text,
            Comparator<T> order) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        weights.add(weight);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return text.apply(type.cast(row));
            }

            // what a narrow column cuts
            @Override
            public String getToolTipText(Object row) {
                return getText(row);
            }
        });
        column.getColumn().addListener(SWT.Selection, event -> sort(column.getColumn(), order));
        return this;
    }

    /** Sorts by the text. */
    Columns<T> column(String title, int weight, Function<T, String> text) {
        return column(title, weight, SWT.LEFT, text, Comparator.comparing(text));
    }

    /** First up, then down, then as they came. */
    private void sort(TableColumn column, Comparator<T> order) {
        Table table = viewer.getTable();
        int before = table.getSortColumn() == column ? table.getSortDirection() : SWT.NONE;
        int now = before == SWT.NONE ? SWT.UP : before == SWT.UP ? SWT.DOWN : SWT.NONE;
        table.setSortColumn(now == SWT.NONE ? null : column);
        table.setSortDirection(now);
        viewer.setComparator(now == SWT.NONE ? null : new ViewerComparator() {
            @Override
            public int compare(Viewer shown, Object a, Object b) {
                int compared = order.compare(type.cast(a), type.cast(b));
                return now == SWT.UP ? compared : -compared;
            }
        });
    }

    private void copy(Event event) {
        if ((event.stateMask & SWT.MODIFIER_MASK) != SWT.MOD1 || event.keyCode != 'c') {
            return;
        }
        Table table = viewer.getTable();
        StringBuilder text = new StringBuilder();
        for (TableItem item : table.getSelection()) {
            for (int i = 0; i < table.getColumnCount(); i++) {
                text.append(i == 0 ? "" : "\t").append(item.getText(i));
            }
            text.append('\n');
        }
        if (!text.isEmpty()) {
            Copied.put(event.display, text.toString());
        }
    }
}
