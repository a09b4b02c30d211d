package org.xstate.ui.check.internal.designs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.xstate.analysis.designs.CellMark;
import org.xstate.analysis.designs.Design;
import org.xstate.analysis.designs.DesignRow;
import org.xstate.analysis.picture.Ink;
import org.xstate.ui.Palette;
import org.xstate.ui.check.internal.Accessibles;
import org.xstate.ui.check.internal.Messages;
import org.xstate.ui.check.internal.Sorting;

/**
 * Designs are rows, entry cases are columns. A cell says in letters what is wrong in any continuation, and has a shade; the
 * arrow keys go from cell to cell.
 */
final class MatrixTable {

    /** From good to bad, for sorting. */
    private static final List<String> ORDER = List.of("ok", "–", "s", "!", "g", "f", "x");

    private final TableViewer viewer;
    private final TableViewerFocusCellManager focus;
    private final List<TableColumn> entries = new ArrayList<>();
    private BiConsumer<Design, Optional<String>> chosen = (design, entry) -> {
    };
    private Optional<Computed> shown = Optional.empty();

    MatrixTable(Composite parent) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        viewer.getTable().setLinesVisible(true);
        Accessibles.name(viewer.getTable(), Messages.designs_table);
        ColumnViewerToolTipSupport.enableFor(viewer);
        focus = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer, false));
        viewer.addSelectionChangedListener(event -> tell());
        viewer.getTable().addListener(SWT.KeyUp, event -> tell());
        viewer.getTable().addListener(SWT.MouseUp, event -> tell());
    }

    TableViewer viewer() {
        return viewer;
    }

    /** @param told of the cell that is in focus, or of the design where none is */
    void onChoose(BiConsumer<Design, Optional<String>> told) {
        chosen = told;
    }

    private void tell() {
        design().ifPresent(design -> chosen.accept(design, entry()));
    }

    Optional<Design> design() {
        return Optional.ofNullable((Design) viewer.getStructuredSelection().getFirstElement());
    }

    /** Of the cell in focus; empty for another column. */
    Optional<String> entry() {
        return Optional.ofNullable(focus.getFocusCell()).map(ViewerCell::getColumnIndex)
                .filter(index -> index >= 0 && index < viewer.getTable().getColumnCount())
                .map(index -> viewer.getTable().getColumn(index)).filter(entries::contains)
                .map(TableColumn::getText);
    }

    /** The entry case below a point, as a click is at. */
    Optional<String> entryAt(Event event) {
        Table table = viewer.getTable();
        return Optional.ofNullable(viewer.getCell(new org.eclipse.swt.graphics.Point(event.x, event.y)))
                .map(cell -> table.getColumn(cell.getColumnIndex())).filter(entries::contains)
                .map(TableColumn::getText);
    }

    void show(Computed computed) {
        List<String> now = computed.matrix().entries();
        boolean same = shown.filter(before -> before.matrix().entries().equals(now)).isPresent();
        Optional<Design> selected = design();
        shown = Optional.of(computed);
        if (!same) {
            columns(now);
        }
        List<Design> judged = computed.judged();
        viewer.setInput(judged);
        selected.flatMap(one -> judged.stream().filter(design -> design.id().equals(one.id())).findFirst())
                .or(() -> judged.stream().findFirst())
                .ifPresent(design -> viewer.setSelection(new StructuredSelection(design), true));
    }

    void filter(Predicate<Design> wanted) {
        viewer.setFilters(new org.eclipse.jface.viewers.ViewerFilter() {
            @Override
            public boolean select(org.eclipse.jface.viewers.Viewer one, Object parent, Object element) {
                return wanted.test((Design) element);
            }
        });
    }

    private void columns(List<String> names) {
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        entries.clear();
        viewer.getTable().setSortColumn(null);
        viewer.setComparator(null);
        Sorting sorting = new Sorting(viewer);
        int em = width("0");
        column(sorting, Messages.designs_design, 18 * em, plain(this::named),
                Comparator.comparing(Design::id));
        for (String entry : names) {
            TableColumn column = column(sorting, entry, 7 * em, new Cell(entry),
                    Comparator.comparingInt(design -> rank(mark(design, entry))));
            column.setToolTipText(EntryCases.sentence(entry));
            entries.add(column);
        }
        column(sorting, Messages.designs_cost, 13 * em, plain(this::cost),
                Comparator.comparing(this::cost));
        column(sorting, Messages.designs_summary, 60 * em, plain(Design::summary),
                Comparator.comparing(Design::summary));
    }

    private int width(String text) {
        GC gc = new GC(viewer.getTable());
        try {
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    private TableColumn column(Sorting sorting, String title, int width, ColumnLabelProvider labels,
            Comparator<Design> order) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(labels);
        sorting.add(column.getColumn(), (one, other) -> order.compare((Design) one, (Design) other));
        return column.getColumn();
    }

    private String named(Design design) {
        return shown.filter(one -> one.matrix().isRight(design.id())).isPresent()
                ? design.id() + "  ✓"
                : design.id();
    }

    private String mark(Design design, String entry) {
        return shown.map(one -> CellMark.of(one.matrix().rows(design.id(), entry))).orElse("");
    }

    private static int rank(String mark) {
        return mark.chars().mapToObj(Character::toString).mapToInt(ORDER::indexOf).max().orElse(-1);
    }

    private String cost(Design design) {
        return shown.flatMap(one -> one.matrix().rows(design.id()).stream().filter(DesignRow::isServed)
                .findFirst()).map(CellMark::cost).orElse("");
    }

    /** A text. */
    private static ColumnLabelProvider plain(Function<Design, String> text) {
        return ColumnLabelProvider.createTextProvider(design -> text.apply((Design) design));
    }

    /** A verdict. */
    private final class Cell extends ColumnLabelProvider {

        private final String entry;

        Cell(String entry) {
            this.entry = entry;
        }

        @Override
        public String getText(Object element) {
            Design design = (Design) element;
            String mark = mark(design, entry);
            return shown.filter(one -> one.isChanged(design.id(), entry)).isPresent() ? mark + " △" : mark;
        }

        @Override
        public Color getBackground(Object element) {
            return switch (mark((Design) element, entry)) {
                case "ok" -> color(Ink.REGISTERS);
                case "–" -> null;
                case "s", "!", "s!" -> color(Ink.INTERRUPT);
                default -> color(Ink.WRONG);
            };
        }

        @Override
        public Color getForeground(Object element) {
            return mark((Design) element, entry).equals("–") ? color(Ink.QUIET_TEXT) : null;
        }

        private Color color(Ink ink) {
            return Palette.color(ink, viewer.getTable());
        }

        @Override
        public String getToolTipText(Object element) {
            Design design = (Design) element;
            return shown.flatMap(one -> one.matrix().telling(design.id(), entry))
                    .map(row -> design.id() + " in " + entry + " with " + row.continuation() + ": "
                            + CellMark.of(List.of(row)) + "  "
                            + row.reason().or(() -> row.cost().map(CellMark::costInWords)).orElse(""))
                    .orElse(null);
        }
    }
}
