package org.xstate.ui.check.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What changes of the rows of a table or tree in one go: everything that is gone, and so much of what is new as is made
 * without a pause.
 *
 * @param shown rows that are there afterwards, in their order
 */
public record Slice<T>(List<T> removed, List<T> added, List<T> shown) {

    /** Rows that are made at once. */
    private static final int MOST = 25;

    public Slice {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        shown = List.copyOf(shown);
    }

    /** @param before rows that are there @param wanted those that are to be there in the end */
    public static <T> Slice<T> next(Collection<T> before, List<T> wanted) {
        Set<T> known = new HashSet<>(before);
        Set<T> still = new HashSet<>(wanted);
        List<T> added = new ArrayList<>();
        List<T> shown = new ArrayList<>();
        for (T one : wanted) {
            boolean fresh = !known.contains(one);
            if (fresh && added.size() == MOST) {
                continue;
            }
            shown.add(one);
            if (fresh) {
                added.add(one);
            }
        }
        return new Slice<>(before.stream().filter(one -> !still.contains(one)).toList(), added, shown);
    }
}
