package org.xstate.analysis.machine;

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

/** A picture in the making. */
final class Drawing {

    /** How much wider bold letters are. */
    private static final double BOLD = 1.1;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();

    void box(double x, double y, double width, double height, double radius, Ink ink, Fill fill, Ink line,
            Stroke stroke) {
        shapes.add(new Shape.Box(x, y, width, height, radius, ink, fill, line, stroke));
    }

    void area(double x, double y, double width, double height, Ink ink) {
        box(x, y, width, height, 0, ink, Fill.SOLID, ink, Stroke.NONE);
    }

    void ring(double x, double y, double radius, Ink line) {
        shapes.add(new Shape.Dot(x, y, radius, Ink.BACKGROUND, Fill.NONE, line, Stroke.THIN));
        shapes.add(new Shape.Dot(x, y, radius - 0.6, Ink.BACKGROUND, Fill.NONE, line, Stroke.THIN));
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, Stroke stroke) {
        shapes.add(new Shape.Line(x1, y1, x2, y2, ink, stroke, false));
    }

    void arrow(double x1, double y1, double x2, double y2, Ink ink, Stroke stroke) {
        shapes.add(new Shape.Line(x1, y1, x2, y2, ink, stroke, true));
    }

    void text(double x, double y, String text, Face face, Ink ink) {
        shapes.add(new Shape.Text(x, y, text, face, ink, Anchor.START));
    }

    void middle(double x, double y, String text, Face face, Ink ink) {
        shapes.add(new Shape.Text(x, y, text, face, ink, Anchor.MIDDLE));
    }

    void right(double x, double y, String text, Face face, Ink ink) {
        shapes.add(new Shape.Text(x, y, text, face, ink, Anchor.END));
    }

    void item(Item item) {
        items.add(item);
    }

    /** About how wide a text is with the usual fonts; rather more than less. */
    static double width(String text, Face face) {
        return switch (face) {
            case FIXED -> text.length() * Picture.FIXED_WIDTH;
            case PLAIN -> ems(text) * 12;
            case BOLD -> ems(text) * 12 * BOLD;
            case SMALL -> ems(text) * 10;
            case TITLE -> ems(text) * 16 * BOLD;
        };
    }

    /** In heights of the font: sans-serif fonts as wide as DejaVu Sans. */
    private static double ems(String text) {
        return text.chars().mapToDouble(c -> {
            if ("ijl.,:;'|!()[] ftr".indexOf(c) >= 0) {
                return 0.38;
            }
            return "mwMW→—".indexOf(c) >= 0 ? 0.96 : Character.isUpperCase(c) || c == '_' ? 0.70 : 0.63;
        }).sum();
    }

    Picture picture(double width, double height, String title) {
        return new Picture(width, height, title, shapes, items);
    }
}
