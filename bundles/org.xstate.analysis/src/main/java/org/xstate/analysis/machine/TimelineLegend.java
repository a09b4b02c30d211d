package org.xstate.analysis.machine;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;

/** What bands and marks of a timeline mean. */
final class TimelineLegend {

    private static final double SWATCH = 26;
    private static final double HEIGHT = 14;
    private static final double STEP = 22;

    private final Drawing drawing;
    private double left;
    private double right;
    private double x;
    private double y;
    private double behind;

    TimelineLegend(Drawing drawing) {
        this.drawing = drawing;
    }

    /** @param rules whether it is a model in rule form; gives where it ends */
    double draw(double from, double top, double width, boolean rules) {
        left = from;
        right = from + width;
        y = top;
        if (!rules) {
            band(Ink.USER, Fill.SOLID, "user mode");
            band(Ink.KERNEL, Fill.SOLID, "kernel");
            band(Ink.INTERRUPT, Fill.SOLID, "softirq, hardirq, NMI");
            band(Ink.KERNEL, Fill.HATCHED, "kernel FPU section");
            entry("preemption, bottom halves or interrupts off");
            drawing.line(x - SWATCH, y + 7, x - 6, y + 7, Ink.TEXT, Stroke.THICK);
            entry("TIF_NEED_FPU_LOAD clear: registers count");
            drawing.line(x - SWATCH, y + 7, x - 6, y + 7, Ink.REGISTERS_LINE, Stroke.THICK);
            entry("memory counts");
            drawing.line(x - SWATCH, y + 7, x - 6, y + 7, Ink.MEMORY_LINE, Stroke.DASHED);
            entry("save");
            drawing.arrow(x - SWATCH / 2 - 3, y, x - SWATCH / 2 - 3, y + HEIGHT, Ink.MEMORY_LINE,
                    Stroke.THICK);
            entry("restore");
            drawing.arrow(x - SWATCH / 2 - 3, y + HEIGHT, x - SWATCH / 2 - 3, y, Ink.REGISTERS_LINE,
                    Stroke.THICK);
            mark(Ink.REGISTERS_LINE, "register written by itself");
            mark(Ink.MEMORY_LINE, "image written");
            entry("trap");
            drawing.middle(x - SWATCH / 2 - 3, y + 12, "!", Face.BOLD, Ink.BAD_TEXT);
        } else {
            band(Ink.REGISTERS, Fill.SOLID, "the rule is taken");
        }
        return y + STEP;
    }

    private void band(Ink ink, Fill fill, String words) {
        entry(words);
        drawing.box(x - SWATCH, y, SWATCH - 6, HEIGHT, 3, ink, fill, Ink.LINE, Stroke.THIN);
    }

    private void mark(Ink ink, String words) {
        entry(words);
        drawing.box(x - SWATCH / 2 - 6, y + 4, 7, 7, 1, ink, Fill.SOLID, Ink.BACKGROUND, Stroke.THIN);
    }

    /** The words of the next entry; its swatch goes before them. */
    private void entry(String words) {
        double from = behind == 0 ? left : behind + 14;
        if (from > left && from + SWATCH + Drawing.width(words, Face.SMALL) > right) {
            from = left;
            y += STEP;
        }
        x = from + SWATCH;
        behind = x + Drawing.width(words, Face.SMALL);
        drawing.text(x, y + 11, words, Face.SMALL, Ink.TEXT);
    }
}
