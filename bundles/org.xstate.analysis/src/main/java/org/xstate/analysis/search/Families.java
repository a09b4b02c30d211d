package org.xstate.analysis.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts combinations into families: sets of values, one for each knob, every combination of which is among them or has no
 * meaning. The families cover all, and are as large as a greedy search finds.
 */
final class Families {

    private final KnobSpace space;
    private final Set<List<Long>> right;

    Families(KnobSpace space, List<Integer> right) {
        this.space = space;
        this.right = new HashSet<>(right.stream().map(space.combinations()::get).toList());
    }

    /** By family, by knob, the values. */
    List<List<SortedSet<Long>>> find() {
        List<List<SortedSet<Long>>> families = new ArrayList<>();
        for (List<Long> one : space.combinations()) {
            if (right.contains(one) && families.stream().noneMatch(family -> contains(family, one))) {
                families.add(grown(one));
            }
        }
        return families;
    }

    private static boolean contains(List<SortedSet<Long>> family, List<Long> combination) {
        for (int i = 0; i < combination.size(); i++) {
            if (!family.get(i).contains(combination.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<SortedSet<Long>> grown(List<Long> seed) {
        List<SortedSet<Long>> family = new ArrayList<>();
        seed.forEach(value -> family.add(new TreeSet<>(Set.of(value))));
        for (int knob = 0; knob < seed.size(); knob++) {
            for (long value : space.knobs().get(knob).values().values()) {
                if (!family.get(knob).contains(value) && isRight(family, knob, value)) {
                    family.get(knob).add(value);
                }
            }
        }
        return family;
    }

    /** Whether the family with this value instead is right wherever it has a meaning, and has one. */
    private boolean isRight(List<SortedSet<Long>> family, int knob, long value) {
        int[] found = new int[1];
        boolean all = all(family, knob, value, 0, new ArrayList<>(), found);
        return all && found[0] > 0;
    }

    private boolean all(List<SortedSet<Long>> family, int knob, long value, int at, List<Long> begun,
            int[] found) {
        if (at == family.size()) {
            if (right.contains(begun)) {
                found[0]++;
                return true;
            }
            return space.number(begun).isEmpty();
        }
        for (long one : at == knob ? Set.of(value) : family.get(at)) {
            begun.add(one);
            boolean rest = all(family, knob, value, at + 1, begun, found);
            begun.removeLast();
            if (!rest) {
                return false;
            }
        }
        return true;
    }
}
