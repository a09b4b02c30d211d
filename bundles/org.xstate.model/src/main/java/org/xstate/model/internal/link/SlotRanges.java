package org.xstate.model.internal.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Between which words the values of slots lie, as far as is known. */
final class SlotRanges {

    private final List<Interval> declared;
    private final int[] groups;
    private final Interval[] known;
    private final int[] changes;
    private boolean changed;

    /**
     * @param declared by type
     * @param initial  the ranges that the slots have in the initial states
     * @param groups   for each slot the one whose range is its own, too: the same variable of another CPU
     * @param open     slots whose range stays as declared
     */
    SlotRanges(List<Interval> declared, List<Interval> initial, int[] groups, BitSet open) {
        this.declared = declared;
        this.groups = groups;
        this.known = new Interval[initial.size()];
        this.changes = new int[initial.size()];
        for (int i = 0; i < initial.size(); i++) {
            Interval range = open.get(i) ? declared.get(i) : initial.get(i);
            int group = groups[i];
            known[group] = known[group] == null ? range : known[group].union(range);
        }
    }

    Interval of(int slot) {
        return known[groups[slot]];
    }

    /** One of the slots may get one of the values. */
    void store(BitSet slots, Interval values) {
        slots.stream().forEach(slot -> store(slot, values));
    }

    void store(int slot, Interval values) {
        int group = groups[slot];
        Interval before = known[group];
        Interval wide = Bounds.grown(before, before.union(values), changes[group]);
        Interval range = declared.get(slot);
        Interval after = new Interval(Math.max(wide.min(), range.min()), Math.min(wide.max(), range.max()));
        if (!after.equals(before)) {
            known[group] = after;
            changes[group]++;
            changed = true;
        }
    }

    /** Whether anything has changed since this was asked the last time. */
    boolean hasChanged() {
        boolean answer = changed;
        changed = false;
        return answer;
    }

    List<Interval> all() {
        return Arrays.stream(groups).mapToObj(group -> known[group]).toList();
    }
}
