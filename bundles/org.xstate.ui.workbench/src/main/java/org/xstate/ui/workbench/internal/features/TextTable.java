package org.xstate.ui.workbench.internal.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.TableColumn;
import org.xstate.ui.ColumnWidths;

/** A table of texts, sorted by a click on a column's head and filtered by a word in any of them. */
final class TextTable<T> {

    private final TableViewer viewer;
    private final TableColumnLayout layout;
    private final List<Function<T, String>> columns = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private String wanted = "";
    private int sorted = -1;

    /** @param viewer whose parent has a layout of columns */
    TextTable(TableViewer viewer) {
        this.viewer = viewer;
        layout = (TableColumnLayout) viewer.getTable().getParent().getLayout();
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer table, Object parent, Object row) {
                return wanted.isEmpty() || columns.stream()
                        .anyMatch(
                                column -> column.apply(cast(row)).toLowerCase(Locale.ROOT).contains(wanted));
            }
        });
        viewer.setComparator(new ViewerComparator() {
            @Override
            public int compare(Viewer table, Object one, Object other) {
                return order(cast(one), cast(other));
            }
        });
    }

    TableViewer viewer() {
        return viewer;
    }

    /** @param weight of the column's width among all */
    TextTable<T> column(String title, int weight, int alignment, Function<T, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        int number = columns.size();
        columns.add(text);
        column.getColumn().setText(title);
        column.getColumn().setMoveable(true);
        weights.add(weight);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.getColumn().addListener(SWT.Selection, _ -> sort(number, column.getColumn()));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return text.apply(cast(row));
            }

            @Override
            public String getToolTipText(Object row) {
                return text.apply(cast(row));
            }
        });
        return this;
    }

    void show(Object rows) {
        viewer.setInput(rows);
        ColumnWidths.fit(viewer.getTable(), layout, weights);
    }

    /** A second click turns the order round, a third goes back to the program's own. */
    private void sort(int number, TableColumn column) {
        int direction = number != sorted
                ? SWT.UP
                : viewer.getTable().getSortDirection() == SWT.UP ? SWT.DOWN : SWT.NONE;
        sorted = direction == SWT.NONE ? -1 : number;
        viewer.getTable().setSortColumn(direction == SWT.NONE ? null : column);
        viewer.getTable().setSortDirection(direction);
        viewer.refresh();
    }

    private int order(T one, T other) {
        if (sorted < 0) {
            return 0;
        }
        String first = columns.get(sorted).apply(one);
        String second = columns.get(sorted).apply(other);
        int order = first.matches("[0-9]{1,9}") && second.matches("[0-9]{1,9}")
                ? Integer.compare(Integer.parseInt(first), Integer.parseInt(second))
                : first.compareToIgnoreCase(second);
        return viewer.getTable().getSortDirection() == SWT.DOWN ? -order : order;
    }

    void filter(String word) {
        wanted = word.strip().toLowerCase(Locale.ROOT);
        viewer.refresh();
    }

    /** Rows of one table are of one type, which the viewer does not know. */
    @SuppressWarnings("unchecked")
    private T cast(Object row) {
        return (T) row;
    }
}
