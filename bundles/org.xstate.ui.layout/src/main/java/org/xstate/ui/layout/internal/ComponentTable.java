package org.xstate.ui.layout.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
import org.xstate.analysis.layout.CpuLayout;
import org.xstate.api.FeatureCatalog;
import org.xstate.layout.Placement;
import org.xstate.layout.cpu.ComponentInfo;
import org.xstate.layout.cpu.XsaveCpu;

/** The components of a CPU, one a row. */
final class ComponentTable {

    /** A row. @param offset in bytes; empty where the format has no place for the component */
    private record Row(int number, String name, boolean supervisor, OptionalInt offset, int size) {

        private String switchedBy() {
            return "%s[%d]".formatted(supervisor ? "XSS" : "XCR0", number);
        }
    }

    private final TableViewer viewer;

    ComponentTable(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setToolTipText(Messages.layout_components);
        column(layout, Messages.column_id, 1, SWT.RIGHT, row -> Integer.toString(row.number()));
        column(layout, Messages.column_name, 4, SWT.LEFT, Row::name);
        column(layout, Messages.column_switchedBy, 3, SWT.LEFT, Row::switchedBy);
        column(layout, Messages.column_offset, 2, SWT.RIGHT,
                row -> row.offset().isPresent() ? "%,d".formatted(row.offset().getAsInt()) : "");
        column(layout, Messages.column_bytes, 2, SWT.RIGHT, row -> "%,d".formatted(row.size()));
    }

    private void column(TableColumnLayout layout, String title, int weight, int alignment,
            Function<Row, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 40));
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(row -> text.apply((Row) row)));
    }

    TableViewer viewer() {
        return viewer;
    }

    void show(CpuLayout cpu, FeatureCatalog catalog) {
        OptionalInt before = selected();
        viewer.setInput(cpu.cpu().map(described -> rows(cpu, described, catalog)).orElseGet(List::of));
        before.ifPresent(this::select);
    }

    private static List<Row> rows(CpuLayout cpu, XsaveCpu described, FeatureCatalog catalog) {
        List<Row> rows = new ArrayList<>();
        described.all().numbers().forEach(number -> {
            OptionalInt offset = cpu.layout().flatMap(layout -> layout.placement(number))
                    .map(Placement::offset).map(OptionalInt::of).orElseGet(OptionalInt::empty);
            int size = described.component(number).map(ComponentInfo::size).orElse(0);
            rows.add(new Row(number, catalog.name(number), described.xss().has(number), offset, size));
        });
        return rows;
    }

    /** The component's number. */
    OptionalInt selected() {
        return viewer.getStructuredSelection().getFirstElement() instanceof Row row
                ? OptionalInt.of(row.number())
                : OptionalInt.empty();
    }

    void select(int number) {
        if (viewer.getInput() instanceof List<?> rows) {
            rows.stream().filter(row -> row instanceof Row one && one.number() == number).findFirst()
                    .ifPresent(row -> viewer.setSelection(new StructuredSelection(row), true));
        }
    }
}
