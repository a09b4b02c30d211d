package org.xstate.analysis.designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.analysis.designs.DesignRow.Kept;
import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.picture.Shape.Anchor;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;

/**
 * A matrix drawn: what is right where, and below it what each design costs in each case, a field for each operation. Wrong
 * cells are hatched and have letters, so that they are seen without colour.
 */
public final class DesignsPicture {

    private static final double MARGIN = 12;
    private static final double ROW = 20;
    private static final double FIELD = 16;
    private static final double GAP = 10;
    private static final double HEAD = 46;

    private final DesignMatrix matrix;
    private final List<String> judged;
    private final double left;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private double y = MARGIN;
    private double width;

    private DesignsPicture(DesignMatrix matrix) {
        this.matrix = matrix;
        this.judged = matrix.designs().stream().map(Design::id).filter(id -> !matrix.rows(id).isEmpty())
                .toList();
        this.left = MARGIN + 24
                + judged.stream().mapToInt(String::length).max().orElse(0) * Picture.FIXED_WIDTH;
    }

    /** The matrix and the costs. */
    public static Picture of(DesignMatrix matrix) {
        DesignsPicture drawn = new DesignsPicture(matrix);
        drawn.verdicts();
        drawn.y += 2 * GAP;
        drawn.costs(drawn.first());
        return drawn.picture("Designs: what is right, and what it costs");
    }

    /**
     * The costs alone.
     *
     * @param continuation what comes between the call and the return to user mode
     */
    public static Picture costs(DesignMatrix matrix, String continuation) {
        DesignsPicture drawn = new DesignsPicture(matrix);
        drawn.costs(continuation);
        return drawn.picture("Designs: what they cost with " + continuation);
    }

    private String first() {
        return matrix.continuations().stream().findFirst().orElse("");
    }

    private Picture picture(String title) {
        return new Picture(width + MARGIN, y + MARGIN, title, shapes, items);
    }

    private void verdicts() {
        title("Which design is right", "updated (f) " + matrix.subject().updated() + ", bystander (g) "
                + matrix.subject().bystander() + machine());
        double field = FIELD + 2;
        double cell = matrix.continuations().size() * field;
        heads(entry -> cell, "a field for each of " + String.join(", ", matrix.continuations()));
        for (String design : judged) {
            line(design);
            double x = left;
            for (String entry : matrix.entries()) {
                for (DesignRow row : matrix.rows(design, entry)) {
                    verdict(row, x, field - 1);
                    x += field;
                }
                x += GAP;
            }
            y += ROW;
        }
        legend(String.join("   ", CellMark.VERDICTS));
    }

    private String machine() {
        return matrix.machine().map(one -> " · kernel " + one.kernel() + " · " + one.profile()).orElse("");
    }

    private void title(String title, String about) {
        shapes.add(new Shape.Text(MARGIN, y + 16, title, Face.TITLE, Ink.TEXT, Anchor.START));
        shapes.add(new Shape.Text(MARGIN, y + 34, about, Face.PLAIN, Ink.QUIET_TEXT, Anchor.START));
        y += HEAD;
    }

    private interface Widths {
        double of(String entry);
    }

    private void heads(Widths widths, String about) {
        shapes.add(new Shape.Text(MARGIN, y + 13, "design", Face.SMALL, Ink.QUIET_TEXT, Anchor.START));
        double x = left;
        for (String entry : matrix.entries()) {
            shapes.add(new Shape.Text(x, y + 13, entry, Face.BOLD, Ink.TEXT, Anchor.START));
            x += widths.of(entry) + GAP;
        }
        shapes.add(new Shape.Text(x + GAP, y + 13, about, Face.SMALL, Ink.QUIET_TEXT, Anchor.START));
        width = Math.max(width, x + GAP + about.length() * 5.6);
        y += ROW;
        shapes.add(new Shape.Line(MARGIN, y - 2, x - GAP, y - 2, Ink.LINE, Stroke.THIN, false));
    }

    private void line(String design) {
        boolean right = matrix.isRight(design);
        shapes.add(new Shape.Text(MARGIN, y + 14, right ? "✓" : "", Face.PLAIN, Ink.REGISTERS_LINE,
                Anchor.START));
        shapes.add(new Shape.Text(MARGIN + 14, y + 14, design, Face.FIXED, Ink.TEXT, Anchor.START));
    }

    private void verdict(DesignRow row, double x, double size) {
        String mark = CellMark.of(List.of(row));
        Ink ink = !row.isServed()
                ? Ink.BACKGROUND
                : row.isRight() ? Ink.REGISTERS : isLost(row) ? Ink.WRONG : Ink.INTERRUPT;
        Fill fill = row.isServed() && !row.isRight() ? Fill.HATCHED : Fill.SOLID;
        shapes.add(new Shape.Box(x, y + 1, size, ROW - 3, 2, ink, fill,
                fill == Fill.HATCHED ? Ink.FAINT_LINE : Ink.LINE,
                row.isServed() ? Stroke.THIN : Stroke.NONE));
        shapes.add(new Shape.Text(x + size / 2, y + 13, mark, Face.SMALL,
                row.isServed() ? Ink.TEXT : Ink.QUIET_TEXT, Anchor.MIDDLE));
        items.add(new Item("verdict " + id(row), name(row), said(row), x, y + 1, size, ROW - 3));
    }

    private static boolean isLost(DesignRow row) {
        return row.updated() == Kept.LOST || row.bystander() == Kept.LOST;
    }

    /** {@code 1a L1 kf}: by which an item names its cell. */
    public static String id(DesignRow row) {
        return row.design() + " " + row.entry() + " " + row.continuation();
    }

    private static String name(DesignRow row) {
        return row.design() + " in " + row.entry() + " with " + row.continuation() + ": "
                + CellMark.of(List.of(row));
    }

    private static String said(DesignRow row) {
        return row.reason().or(() -> row.cost().map(CellMark::costInWords)).orElse("");
    }

    private void costs(String continuation) {
        title("What they cost", "operations until the target's next user instruction, with " + continuation
                + "; what is wrong has no price worth paying: it is hatched");
        heads(entry -> most(entry, continuation) * FIELD, "");
        for (String design : judged) {
            line(design);
            double x = left;
            for (String entry : matrix.entries()) {
                Optional<DesignRow> row = matrix.row(design, entry, continuation);
                double at = x;
                row.ifPresent(one -> cost(one, at, most(entry, continuation) * FIELD));
                x += most(entry, continuation) * FIELD + GAP;
            }
            y += ROW;
            width = Math.max(width, x);
        }
        legend(String.join("   ", CellMark.COSTS) + "   0 = nothing   – = not served");
    }

    /** Fields that the dearest design needs. */
    private int most(String entry, String continuation) {
        return judged.stream().flatMap(design -> matrix.row(design, entry, continuation).stream())
                .flatMap(row -> row.cost().stream()).mapToInt(cost -> (int) count(cost)).max().orElse(0) + 1;
    }

    private static long count(Operations cost) {
        return cost.saveFull() + cost.savePartial() + cost.restoreFull() + cost.restorePartial()
                + cost.registerWrite();
    }

    private void cost(DesignRow row, double x, double room) {
        items.add(new Item("cost " + id(row), name(row), said(row), x, y + 1, room, ROW - 3));
        if (row.cost().isEmpty() || count(row.cost().get()) == 0) {
            String text = row.cost().isPresent() ? "0" : row.isServed() ? "x" : "–";
            shapes.add(new Shape.Text(x + 4, y + 13, text, Face.SMALL, Ink.QUIET_TEXT, Anchor.START));
            return;
        }
        Operations cost = row.cost().get();
        double at = x;
        at = fields(row, at, cost.saveFull(), "S", Ink.MEMORY, Ink.MEMORY_LINE);
        at = fields(row, at, cost.savePartial(), "s", Ink.MEMORY, Ink.MEMORY_LINE);
        at = fields(row, at, cost.restoreFull(), "R", Ink.REGISTERS, Ink.REGISTERS_LINE);
        at = fields(row, at, cost.restorePartial(), "r", Ink.REGISTERS, Ink.REGISTERS_LINE);
        fields(row, at, cost.registerWrite(), "w", Ink.INTERRUPT, Ink.LINE);
    }

    /** A field for each operation; full ones are taller than partial ones. */
    private double fields(DesignRow row, double x, long count, String letter, Ink ink, Ink line) {
        boolean full = Character.isUpperCase(letter.charAt(0));
        double top = full ? 1 : 4;
        double at = x;
        for (long i = 0; i < count; i++) {
            shapes.add(new Shape.Box(at, y + top, FIELD - 1, ROW - 3 - (full ? 0 : 3), 1, ink,
                    row.isRight() ? Fill.SOLID : Fill.HATCHED, row.isRight() ? line : Ink.LINE,
                    Stroke.THIN));
            shapes.add(new Shape.Text(at + (FIELD - 1) / 2, y + 14, letter, Face.SMALL, Ink.TEXT,
                    Anchor.MIDDLE));
            at += FIELD;
        }
        return at;
    }

    private void legend(String text) {
        shapes.add(new Shape.Text(MARGIN, y + 16, text, Face.SMALL, Ink.QUIET_TEXT, Anchor.START));
        width = Math.max(width, MARGIN + text.length() * 5.6);
        y += ROW + 4;
    }
}
