package org.xstate.ui.check.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Sorts a table by the column whose head is clicked: up, down, and at the third click as it came. */
public final class Sorting {

    private final TableViewer viewer;
    private final Map<TableColumn, Comparator<Object>> orders = new HashMap<>();

    public Sorting(TableViewer viewer) {
        this.viewer = viewer;
    }

    /** @param order rising */
    public void add(TableColumn column, Comparator<Object> order) {
        orders.put(column, order);
        column.addListener(SWT.Selection, event -> by(column));
    }

    private void by(TableColumn column) {
        Table table = viewer.getTable();
        boolean same = table.getSortColumn() == column;
        int direction = !same ? SWT.UP : table.getSortDirection() == SWT.UP ? SWT.DOWN : SWT.NONE;
        table.setSortColumn(direction == SWT.NONE ? null : column);
        table.setSortDirection(direction);
        viewer.setComparator(direction == SWT.NONE ? null : comparator(orders.get(column), direction));
    }

    private static ViewerComparator comparator(Comparator<Object> order, int direction) {
        return new ViewerComparator() {
            @Override
            public int compare(Viewer shown, Object one, Object other) {
                return direction == SWT.UP ? order.compare(one, other) : order.compare(other, one);
            }
        };
    }
}
