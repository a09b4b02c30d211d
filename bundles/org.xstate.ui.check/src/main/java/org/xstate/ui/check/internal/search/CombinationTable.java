package org.xstate.ui.check.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.xstate.analysis.search.Reason;
import org.xstate.analysis.search.SearchResult;
import org.xstate.sim.scenario.Scenario;
import org.xstate.ui.check.internal.Accessibles;
import org.xstate.ui.check.internal.Columns;
import org.xstate.ui.check.internal.Icons;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Sorting;

/** Combinations of knobs: a row each, with its answer and why it is wrong. Made for many: only rows that are seen are drawn. */
final class CombinationTable {

    /** A combination. @param number in the space @param answer for a reader @param changed knobs that differ from the file */
    record Row(int number, List<String> values, String icon, String answer, Optional<Reason> reason,
            int changed) {
    }

    private final TableViewer viewer;
    private final Icons icons;

    CombinationTable(Composite parent) {
        viewer = new TableViewer(parent,
                SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        Accessibles.name(viewer.getTable(), Messages.search_table);
        icons = new Icons(viewer.getControl());
    }

    TableViewer viewer() {
        return viewer;
    }

    Optional<Row> selected() {
        return Optional.ofNullable((Row) viewer.getStructuredSelection().getFirstElement());
    }

    void show(SearchResult result) {
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        viewer.setComparator(null);
        viewer.getTable().setSortColumn(null);
        Sorting sorting = new Sorting(viewer);
        column(sorting, Messages.search_answer, SWT.LEFT, 110, Row::answer, Comparator.comparing(Row::answer),
                true);
        column(sorting, Messages.search_changed, SWT.RIGHT, 70, row -> Integer.toString(row.changed()),
                Comparator.comparingInt(Row::changed), false);
        List<Row> rows = rows(result);
        for (int i = 0; i < result.space().names().size(); i++) {
            int knob = i;
            column(sorting, result.space().names().get(i), SWT.LEFT,
                    Columns.width(viewer.getTable(),
                            rows.stream().map(row -> row.values().get(knob)).distinct().toList()),
                    row -> row.values().get(knob),
                    Comparator.comparing(row -> row.values().get(knob)), false);
        }
        column(sorting, Messages.search_reason, SWT.LEFT, 400,
                row -> row.reason().map(CombinationTable::text).orElse(""),
                Comparator.comparing(row -> row.reason().map(CombinationTable::text).orElse("")), false);
        viewer.setInput(rows);
    }

    private static String text(Reason reason) {
        return reason.claim() + " in " + reason.scenario()
                + (reason.cell().isEmpty() ? "" : " " + reason.cell())
                + ", " + reason.steps() + (reason.steps() == 1 ? " step" : " steps");
    }

    private static List<Row> rows(SearchResult result) {
        List<Row> rows = new ArrayList<>();
        result.right().forEach(number -> rows
                .add(row(result, number, Icons.HOLDS, Messages.search_right, Optional.empty())));
        result.undecided().forEach(number -> rows
                .add(row(result, number, Icons.UNDECIDED, Messages.search_undecided, Optional.empty())));
        result.wrong().forEach((number, reason) -> rows.add(row(result, number, Icons.VIOLATED,
                Messages.search_wrong, Optional.of(result.neighbours().getOrDefault(number, reason)))));
        return rows;
    }

    private static Row row(SearchResult result, int number, String icon, String answer,
            Optional<Reason> reason) {
        List<Long> combination = result.space().combinations().get(number);
        List<Long> posted = result.space().posted();
        List<String> values = new ArrayList<>();
        int changed = 0;
        for (int i = 0; i < combination.size(); i++) {
            boolean same = combination.get(i).equals(posted.get(i));
            changed += same ? 0 : 1;
            String text = Scenario.text(result.space().knobs().get(i), combination.get(i));
            values.add(same ? text : text + " *");
        }
        return new Row(number, values, icon, answer, reason, changed);
    }

    private void column(Sorting sorting, String title, int alignment, int least, Function<Row, String> text,
            Comparator<Row> order, boolean first) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        column.getColumn().setToolTipText(title);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Row) element);
            }

            @Override
            public Image getImage(Object element) {
                return first ? icons.image(((Row) element).icon()) : null;
            }
        });
        column.getColumn().pack();
        column.getColumn().setWidth(Math.max(least, column.getColumn().getWidth()));
        sorting.add(column.getColumn(), (one, other) -> order.compare((Row) one, (Row) other));
    }
}
