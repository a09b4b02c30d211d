package org.xstate.analysis.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A picture as data.
 *
 * @param width  in units of 1/96 inch
 * @param height the same
 * @param title  what it shows, for those who do not see it
 * @param shapes in the order in which they are drawn
 * @param items  what can be pointed at; the last one that holds a point is meant
 */
public record Picture(double width, double height, String title, List<Shape> shapes, List<Item> items) {

    /** Width of a character of {@link Shape.Face#FIXED}. */
    public static final double FIXED_WIDTH = 6.7;

    public Picture {
        Objects.requireNonNull(title);
        shapes = List.copyOf(shapes);
        items = List.copyOf(items);
        if (!(width >= 0) || !(height >= 0)) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height);
        }
    }

    /** A picture of nothing. */
    public static Picture empty(String title) {
        return new Picture(0, 0, title, List.of(), List.of());
    }

    /** This one above another, whose title is that of both. @param gap units between them */
    public Picture above(Picture other, double gap) {
        double by = height + gap;
        List<Shape> both = new ArrayList<>(shapes);
        other.shapes().forEach(shape -> both.add(shape.lowered(by)));
        List<Item> all = new ArrayList<>(items);
        other.items().forEach(item -> all.add(new Item(item.id(), item.name(), item.tip(), item.x(),
                item.y() + by, item.width(), item.height())));
        return new Picture(Math.max(width, other.width()), by + other.height(), other.title(), both, all);
    }

    /** What lies at a point. */
    public Optional<Item> at(double x, double y) {
        return items.reversed().stream().filter(item -> item.contains(x, y)).findFirst();
    }
}
