package org.xstate.ui.tests.picture;

import java.util.ArrayList;
import java.util.List;

import org.xstate.analysis.picture.Ink;
import org.xstate.analysis.picture.Item;
import org.xstate.analysis.picture.Picture;
import org.xstate.analysis.picture.Shape;
import org.xstate.analysis.picture.Shape.Anchor;
import org.xstate.analysis.picture.Shape.Face;
import org.xstate.analysis.picture.Shape.Fill;
import org.xstate.analysis.picture.Shape.Stroke;

/** Pictures made for tests. */
final class Samples {

    private Samples() {
    }

    /** One of each shape, fill, stroke, face and anchor. */
    static Picture everything() {
        List<Shape> shapes = new ArrayList<>();
        int x = 10;
        for (Fill fill : Fill.values()) {
            shapes.add(new Shape.Box(x, 10, 60, 40, 0, Ink.MEMORY, fill, Ink.MEMORY_LINE, Stroke.THIN));
            shapes.add(
                    new Shape.Box(x, 60, 60, 40, 6, Ink.REGISTERS, fill, Ink.REGISTERS_LINE, Stroke.THICK));
            shapes.add(new Shape.Dot(x + 30, 130, 20, Ink.USER, fill, Ink.LINE, Stroke.THIN));
            x += 80;
        }
        int y = 170;
        for (Stroke stroke : Stroke.values()) {
            shapes.add(new Shape.Line(10, y, 150, y, Ink.TEXT, stroke, false));
            shapes.add(new Shape.Line(170, y, 310, y + 8, Ink.BAD_TEXT, stroke, true));
            y += 12;
        }
        y += 20;
        for (Face face : Face.values()) {
            shapes.add(new Shape.Text(10, y, "XSTATE_BV 0x207", face, Ink.TEXT, Anchor.START));
            shapes.add(new Shape.Text(260, y, "fpu_fpregs_owner_ctx", face, Ink.QUIET_TEXT, Anchor.MIDDLE));
            shapes.add(new Shape.Text(540, y, "last_cpu = 1", face, Ink.BAD_TEXT, Anchor.END));
            y += 22;
        }
        return new Picture(560, y + 10, "everything", shapes, List.of());
    }

    /** Items in rows and columns, called by them: {@code r1c0}. */
    static Picture grid(int rows, int columns) {
        List<Shape> shapes = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x = 10 + column * 50;
                int y = 10 + row * 30;
                shapes.add(new Shape.Box(x, y, 40, 20, 0, Ink.KERNEL, Fill.HATCHED, Ink.LINE, Stroke.THIN));
                shapes.add(new Shape.Text(x + 20, y + 14, "" + row + "," + column, Face.SMALL, Ink.TEXT,
                        Anchor.MIDDLE));
                items.add(new Item("r" + row + "c" + column, "row " + row + ", column " + column,
                        "tip of " + row + "," + column, x, y, 40, 20));
            }
        }
        return new Picture(20 + columns * 50, 20 + rows * 30, "a grid", shapes, items);
    }
}
