package org.xstate.analysis.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.xstate.analysis.machine.MachineGrid.Shown;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Chip;
import org.xstate.sim.trace.MachineSnapshot.Content;
import org.xstate.sim.trace.MachineSnapshot.Kind;
import org.xstate.sim.trace.MachineSnapshot.Row;
import org.xstate.sim.trace.MachineSnapshot.Was;

/**
 * The machine as a grid: a row for each place that holds copies, a column for each component, beside each row what the
 * kernel and the headers say, and arrows for what the last statement moved. Items are named by {@link MachineGrid#key}; a
 * column's is {@code column:NAME}.
 */
public final class MachinePicture {

    /** What the item of a column's heading begins with. */
    public static final String COLUMN = "column:";

    static final double MARGIN = 16;
    static final double GAP = 22;
    private static final double LEAST_CELL = 86;
    private static final double ROW_GAP = 24;
    /** Between what a task has in its buffer and what is parked for it. */
    private static final double PARKED_GAP = 10;
    private static final double CHIP_HEIGHT = 18;
    private static final double CHIP_STEP = 21;
    private static final double CHIPS = 400;

    private final MachineGrid grid;
    private final MachineCaption caption;
    private final Drawing drawing = new Drawing();
    private final CellLook look = new CellLook(drawing);
    private final List<Double> lefts = new ArrayList<>();
    private final List<Double> widths = new ArrayList<>();
    private final List<Double> tops = new ArrayList<>();
    private double chipsAt;
    private double headEnd;

    private MachinePicture(MachineGrid grid, MachineCaption caption) {
        this.grid = grid;
        this.caption = caption;
    }

    public static Picture of(MachineGrid grid, MachineCaption caption) {
        return new MachinePicture(grid, caption).draw();
    }

    private List<Row> rows() {
        return grid.snapshot().rows();
    }

    private Picture draw() {
        layColumns();
        double y = head();
        double width = chipsAt + CHIPS + MARGIN;
        y = columns(y);
        Kind last = Kind.CPU;
        for (Row row : rows()) {
            if (row.kind() != last && (last == Kind.CPU || row.kind() == Kind.IMAGE)) {
                drawing.line(MARGIN, y - ROW_GAP / 2 + 2, width - MARGIN, y - ROW_GAP / 2 + 2, Ink.FAINT_LINE,
                        Stroke.THIN);
                y += 4;
            }
            if (row.kind() == Kind.PARKED) {
                y -= ROW_GAP - PARKED_GAP;
            }
            last = row.kind();
            y = row(row, y);
        }
        new Arrows(grid, drawing, lefts, widths, tops).draw();
        double bottom = new Legend(drawing, look).draw(MARGIN, y - 4, width - 2 * MARGIN);
        return drawing.picture(width, bottom + MARGIN, title());
    }

    private String title() {
        return caption.title() + (caption.statement().isEmpty() ? "" : ": " + caption.statement());
    }

    private void layColumns() {
        headEnd = MARGIN + rows().stream()
                .mapToDouble(row -> Math.max(Drawing.width(row.name(), Face.BOLD),
                        Drawing.width(under(row), Face.SMALL)))
                .max().orElse(60) + 14;
        double x = headEnd + GAP / 2;
        for (Shown column : grid.columns()) {
            double width = Math.max(LEAST_CELL, Drawing.width(column.name(), Face.BOLD) + 12);
            for (Row row : rows()) {
                width = Math.max(width, CellLook.width(grid.cell(row, column)));
            }
            lefts.add(x);
            widths.add(width);
            x += width + GAP;
        }
        chipsAt = x;
    }

    /** What kind of place it is. */
    private static String under(Row row) {
        return switch (row.kind()) {
            case CPU -> "registers";
            case TASK -> row.object().isEmpty() ? "no buffer" : row.object().replaceAll("\\.regs$", "");
            case PARKED -> "parked";
            case IMAGE -> "image";
        };
    }

    private double head() {
        double y = MARGIN + 14;
        drawing.text(MARGIN, y, caption.title(), Face.TITLE, Ink.TEXT);
        if (!caption.statement().isEmpty()) {
            y += 20;
            drawing.text(MARGIN, y, caption.statement(), Face.FIXED, Ink.TEXT);
        }
        if (caption.wrong().isPresent()) {
            y += 19;
            drawing.text(MARGIN, y, caption.wrong().get(), Face.BOLD, Ink.BAD_TEXT);
        }
        return y + 28;
    }

    private double columns(double y) {
        for (int i = 0; i < grid.columns().size(); i++) {
            Shown column = grid.columns().get(i);
            double middle = lefts.get(i) + widths.get(i) / 2;
            drawing.middle(middle, y, column.name(), Face.BOLD, Ink.TEXT);
            drawing.middle(middle, y + 13, "bit " + column.component(), Face.SMALL, Ink.QUIET_TEXT);
            drawing.item(new Item(COLUMN + column.name(), column.name() + ", component " + column.component(),
                    "", lefts.get(i), y - 14, widths.get(i), 32));
        }
        return y + 34;
    }

    private static Ink line(Row row) {
        return row.kind() == Kind.CPU ? Ink.REGISTERS_LINE : Ink.MEMORY_LINE;
    }

    private double row(Row row, double y) {
        tops.add(y);
        drawing.text(MARGIN, y + 17, row.name(), Face.BOLD, Ink.TEXT);
        drawing.text(MARGIN, y + 32, under(row), Face.SMALL, Ink.QUIET_TEXT);
        drawing.item(new Item(MachineGrid.key(row), row.title(),
                row.chips().stream().map(MachinePicture::said).collect(Collectors.joining("\n")), MARGIN - 4,
                y, headEnd - MARGIN, CellLook.HEIGHT));
        for (int i = 0; i < grid.columns().size(); i++) {
            Shown column = grid.columns().get(i);
            Cell cell = grid.cell(row, column);
            look.draw(cell, lefts.get(i), y, widths.get(i), line(row));
            drawing.item(new Item(MachineGrid.key(row, column), name(row, column, cell), tip(cell),
                    lefts.get(i) - 4, y - 4, widths.get(i) + 8, CellLook.HEIGHT + 8));
        }
        double used = chips(row, y + 2);
        return y + Math.max(CellLook.HEIGHT, used) + ROW_GAP;
    }

    private static String said(Chip chip) {
        return chip.text() + chip.was().map(was -> ", was " + (was.isEmpty() ? "none" : was)).orElse("");
    }

    /** {@code registers of CPU0, PKRU: canonical, V1}. */
    static String name(Row row, Shown column, Cell cell) {
        String value = cell.content() == Content.NOTHING ? "no place" : cell.value();
        String worth = cell.content() == Content.NOTHING ? "" : cell.standing().words() + ", ";
        return row.title() + ", " + column.name() + ": " + worth + value
                + (cell.changed() ? ", was " + cell.was().map(Was::value).orElse("") : "");
    }

    private static String tip(Cell cell) {
        String reason = cell.reason().isEmpty()
                ? ""
                : cell.reason().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + cell.reason().substring(1)
                        + ".";
        return cell.was().map(was -> reason + "\nBefore: " + was.standing().words()
                + (was.value().isEmpty() ? "" : ", " + was.value()) + ".").orElse(reason);
    }

    /** What stands beside the copies; gives the height. */
    private double chips(Row row, double top) {
        double x = chipsAt;
        double y = top;
        for (Chip chip : row.chips()) {
            String value = chip.was().map(was -> (was.isEmpty() ? "none" : was) + " → ").orElse("")
                    + (chip.value().isEmpty() ? "none" : chip.value());
            double name = Drawing.width(chip.name(), Face.SMALL);
            double width = name + Drawing.width(value, Face.FIXED) + 20;
            if (x > chipsAt && x + width > chipsAt + CHIPS) {
                x = chipsAt;
                y += CHIP_STEP;
            }
            boolean changed = chip.was().isPresent();
            drawing.box(x, y, width, CHIP_HEIGHT, 9, changed || !chip.quiet() ? Ink.BAND : Ink.BACKGROUND,
                    Fill.SOLID, changed ? Ink.MARKED : Ink.FAINT_LINE, changed ? Stroke.THICK : Stroke.THIN);
            drawing.text(x + 7, y + 12.5, chip.name(), Face.SMALL, Ink.QUIET_TEXT);
            drawing.right(x + width - 7, y + 12.5, value, Face.FIXED, Ink.TEXT);
            x += width + 5;
        }
        return y + CHIP_HEIGHT - top + 2;
    }
}
