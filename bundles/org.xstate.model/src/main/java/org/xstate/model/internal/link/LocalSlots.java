package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.xstate.model.link.Procedure;
import org.xstate.model.type.Type;

/** Which locals of a body need a slot, and which can have the same one because they are never needed together. */
final class LocalSlots {

    /** What is kept in one slot. */
    static final class Shelf {
        private final List<Integer> locals = new ArrayList<>();
        private Interval range;
        private Type type;

        List<Integer> locals() {
            return locals;
        }

        Interval range() {
            return range;
        }

        Type type() {
            return type;
        }
    }

    private final List<Shelf> shelves = new ArrayList<>();

    /**
     * @param locals with the ranges that they have where a process can stop
     * @param nodes  with what is live
     */
    LocalSlots(List<Procedure.Local> locals, List<Procedure.Node> nodes) {
        List<BitSet> together = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (i == 0 || Ordering.stops(nodes.get(i))) {
                together.add(nodes.get(i).live());
            }
        }
        BitSet needed = new BitSet();
        together.forEach(needed::or);
        List<Integer> byWidth = new ArrayList<>(needed.stream().boxed().toList());
        byWidth.sort(Comparator.comparing((Integer local) -> width(locals.get(local))).reversed()
                .thenComparing(local -> local));
        for (int local : byWidth) {
            place(local, locals.get(local), together);
        }
    }

    private static int width(Procedure.Local local) {
        return Long.SIZE - Long.numberOfLeadingZeros(local.max() - local.min());
    }

    private void place(int number, Procedure.Local local, List<BitSet> together) {
        BitSet others = new BitSet();
        together.stream().filter(all -> all.get(number)).forEach(others::or);
        Interval range = new Interval(local.min(), local.max());
        for (Shelf shelf : shelves) {
            if (alike(shelf.type, local.type()) && shelf.locals.stream().noneMatch(others::get)) {
                shelf.locals.add(number);
                shelf.range = shelf.range.union(range);
                return;
            }
        }
        Shelf shelf = new Shelf();
        shelf.locals.add(number);
        shelf.range = range;
        shelf.type = local.type();
        shelves.add(shelf);
    }

    /** Whether values of the types may follow each other: what renames CPUs has to know which values are CPUs. */
    private static boolean alike(Type a, Type b) {
        boolean numbers = isNumber(a) && isNumber(b);
        return numbers || a.equals(b);
    }

    private static boolean isNumber(Type type) {
        return type instanceof Type.Int || type instanceof Type.Bool || type instanceof Type.Enumeration;
    }

    List<Shelf> shelves() {
        return List.copyOf(shelves);
    }

    /** For each local the slot, if the first shelf is that slot; -1 for one that is never needed across two steps. */
    List<Integer> slots(int locals, int first) {
        List<Integer> slots = new ArrayList<>(Collections.nCopies(locals, -1));
        IntStream.range(0, shelves.size())
                .forEach(
                        shelf -> shelves.get(shelf).locals.forEach(local -> slots.set(local, first + shelf)));
        return List.copyOf(slots);
    }
}
