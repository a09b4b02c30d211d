package org.xstate.ui;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;

/** Widths of a table's columns by what stands in them. */
public final class ColumnWidths {

    /** Characters of a text that are always to be seen; sentences may be cut. */
    private static final int MOST = 28;
    /** What a cell needs beside its text, and a head that may be sorted by. */
    private static final String MARGIN = "MM";

    private ColumnWidths() {
    }

    /**
     * Has no column cut its head or a short text: where there is no room for that the table scrolls. For tables whose rows
     * are few, and all there.
     *
     * @param weights by which the columns share what is left, in the order in which they were made
     */
    public static void fit(Table table, TableColumnLayout layout, List<Integer> weights) {
        GC gc = new GC(table);
        try {
            int most = (int) Math.ceil(MOST * gc.getFontMetrics().getAverageCharacterWidth());
            for (int i = 0; i < table.getColumnCount(); i++) {
                int number = i;
                int widest = Arrays.stream(table.getItems())
                        .mapToInt(item -> gc.textExtent(item.getText(number) + MARGIN).x).max().orElse(0);
                int head = gc.textExtent(table.getColumn(i).getText() + MARGIN).x;
                layout.setColumnData(table.getColumn(i),
                        new ColumnWeightData(weights.get(i), Math.max(head, Math.min(widest, most))));
            }
        } finally {
            gc.dispose();
        }
        table.getParent().layout(true, true);
    }
}
