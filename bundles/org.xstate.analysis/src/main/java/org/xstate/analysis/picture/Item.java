package org.xstate.analysis.picture;

import java.util.Objects;

/**
 * What a reader can point at, in reading order; an area of the picture with a meaning.
 *
 * @param id   by which the maker of the picture knows it; unique in a picture
 * @param name what a screen reader says: {@code registers of CPU0, PKRU: canonical, V1}
 * @param tip  more about it; may be empty
 */
public record Item(String id, String name, String tip, double x, double y, double width, double height) {

    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(tip);
    }

    public boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
