package org.xstate.analysis.machine;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.MachineSnapshot.Cell;
import org.xstate.sim.trace.MachineSnapshot.Content;
import org.xstate.sim.trace.MachineSnapshot.Was;
import org.xstate.sim.trace.Standing;

/** How one copy is drawn: the form says what it is worth, the words say it again, the frame says that it has changed. */
final class CellLook {

    static final double HEIGHT = 42;
    static final double RADIUS = 5;
    private static final double DOT = 4.5;

    private final Drawing drawing;

    CellLook(Drawing drawing) {
        this.drawing = drawing;
    }

    /** {@code init → V1}, {@code V1}. */
    static String value(Cell cell) {
        return cell.changed()
                ? word(cell.was().map(Was::value).orElse("")) + " → " + word(cell.value())
                : cell.value();
    }

    private static String word(String value) {
        return value.isEmpty() ? "none" : value;
    }

    /** What the copy is worth, and what it was before or what would be right. */
    static String standing(Cell cell) {
        if (cell.content() == Content.NOTHING) {
            return "";
        }
        if (cell.standing() == Standing.WRONG) {
            return "wrong, not " + cell.must();
        }
        return cell.was().filter(was -> was.standing() != cell.standing() && !cell.changed())
                .map(was -> "was " + was.standing().words()).orElse(cell.standing().words());
    }

    /** Width that the texts need. */
    static double width(Cell cell) {
        double dot = cell.content() == Content.INIT ? 2 * DOT + 6 : 0;
        return Math.max(Drawing.width(value(cell), Face.BOLD) + dot,
                Drawing.width(standing(cell), Face.SMALL))
                + 16;
    }

    /** @param line colour of the row's kind */
    void draw(Cell cell, double x, double y, double width, Ink line) {
        if (cell.content() == Content.NOTHING && !cell.changed()) {
            drawing.middle(x + width / 2, y + HEIGHT / 2 + 4, "–", Face.PLAIN, Ink.QUIET_TEXT);
            return;
        }
        if (cell.was().isPresent()) {
            drawing.box(x - 3.5, y - 3.5, width + 7, HEIGHT + 7, RADIUS + 3, Ink.BACKGROUND, Fill.NONE,
                    Ink.MARKED,
                    cell.changed() ? Stroke.THICK : Stroke.THIN);
        }
        frame(cell.standing(), cell.content(), x, y, width, HEIGHT, line);
        Ink ink = ink(cell.standing());
        boolean plate = cell.standing() == Standing.STALE || cell.content() == Content.GARBAGE;
        String value = value(cell);
        boolean dot = cell.content() == Content.INIT;
        double text = Drawing.width(value, Face.BOLD) + (dot ? 2 * DOT + 5 : 0);
        double left = x + (width - text) / 2;
        if (plate) {
            double wide = Math.max(text, Drawing.width(standing(cell), Face.SMALL)) + 6;
            drawing.area(x + (width - wide) / 2, y + 5, wide, HEIGHT - 10, Ink.BACKGROUND);
        }
        if (dot) {
            drawing.ring(left + DOT, y + 15, DOT, ink);
        }
        drawing.middle(left + (dot ? 2 * DOT + 5 : 0) + (text - (dot ? 2 * DOT + 5 : 0)) / 2, y + 19, value,
                Face.BOLD, ink);
        drawing.middle(x + width / 2, y + 34, standing(cell), Face.SMALL, small(cell.standing()));
    }

    /** The form alone, for the legend, too. */
    void frame(Standing standing, Content content, double x, double y, double width, double height,
            Ink line) {
        switch (standing) {
            case CANONICAL -> drawing.box(x, y, width, height, RADIUS, line, Fill.SOLID, line, Stroke.THIN);
            case DUPLICATE -> drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.SOLID, line,
                    Stroke.THICK);
            case STALE -> drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.HATCHED, Ink.LINE,
                    Stroke.THIN);
            case WRONG -> drawing.box(x, y, width, height, RADIUS, Ink.WRONG, Fill.SOLID, Ink.BAD_TEXT,
                    Stroke.THICK);
            case CHANGING -> drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.SOLID, line,
                    Stroke.DASHED);
            case UNUSED -> drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.SOLID, Ink.LINE,
                    Stroke.DOTTED);
            case OUTSIDE -> drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.SOLID, Ink.LINE,
                    Stroke.THIN);
        }
        if (content == Content.GARBAGE) {
            drawing.box(x, y, width, height, RADIUS, Ink.BACKGROUND, Fill.CROSSED, Ink.LINE, Stroke.THIN);
        }
    }

    private static Ink ink(Standing standing) {
        return switch (standing) {
            case CANONICAL -> Ink.BACKGROUND;
            case WRONG -> Ink.BAD_TEXT;
            case STALE, UNUSED -> Ink.QUIET_TEXT;
            case DUPLICATE, CHANGING, OUTSIDE -> Ink.TEXT;
        };
    }

    private static Ink small(Standing standing) {
        return switch (standing) {
            case CANONICAL -> Ink.BACKGROUND;
            case WRONG -> Ink.BAD_TEXT;
            default -> Ink.QUIET_TEXT;
        };
    }
}
