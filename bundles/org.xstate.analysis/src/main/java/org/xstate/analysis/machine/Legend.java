package org.xstate.analysis.machine;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;
import org.xstate.sim.trace.MachineSnapshot.Content;
import org.xstate.sim.trace.Standing;

/** What the forms mean. */
final class Legend {

    private static final double SWATCH = 26;
    private static final double HEIGHT = 15;
    private static final double STEP = 24;

    private final Drawing drawing;
    private final CellLook look;
    private double left;
    private double right;
    private double x;
    private double y;

    Legend(Drawing drawing, CellLook look) {
        this.drawing = drawing;
        this.look = look;
    }

    /** Gives where it ends. */
    double draw(double from, double top, double width) {
        left = from;
        right = from + width;
        x = from;
        y = top + 14;
        drawing.line(from, top, right, top, Ink.FAINT_LINE, Stroke.THIN);
        standing(Standing.CANONICAL, "canonical: counts, and is right");
        standing(Standing.DUPLICATE, "valid duplicate");
        standing(Standing.STALE, "stale: another copy counts");
        standing(Standing.WRONG, "wrong: counts, and is not right");
        standing(Standing.CHANGING, "being changed");
        standing(Standing.UNUSED, "unused: nobody takes it");
        entry("initial configuration");
        drawing.ring(x - SWATCH + 10, y + HEIGHT / 2, 4.5, Ink.TEXT);
        advance("initial configuration");
        entry("garbage");
        look.frame(Standing.UNUSED, Content.GARBAGE, x - SWATCH, y, SWATCH - 6, HEIGHT, Ink.LINE);
        advance("garbage");
        entry("changed by the last statement");
        drawing.box(x - SWATCH, y, SWATCH - 6, HEIGHT, 4, Ink.BACKGROUND, Fill.NONE, Ink.MARKED,
                Stroke.THICK);
        advance("changed by the last statement");
        entry("moved by it");
        drawing.arrow(x - SWATCH, y + HEIGHT / 2, x - 6, y + HEIGHT / 2, Ink.MARKED, Stroke.THICK);
        advance("moved by it");
        return y + HEIGHT;
    }

    private void standing(Standing standing, String words) {
        entry(words);
        look.frame(standing, Content.VALUE, x - SWATCH, y, SWATCH - 6, HEIGHT, Ink.TEXT);
        advance(words);
    }

    /** Makes room, and goes to where the words begin. */
    private void entry(String words) {
        if (x > left && x + SWATCH + Drawing.width(words, Face.SMALL) > right) {
            x = left;
            y += STEP;
        }
        x += SWATCH;
    }

    private void advance(String words) {
        drawing.text(x, y + 11, words, Face.SMALL, Ink.TEXT);
        x += Drawing.width(words, Face.SMALL) + 14;
    }
}
