package org.xstate.model.internal.bytecode;

import org.xstate.model.state.PackedMachine;
import org.xstate.model.state.StateLayout;

/**
 * What the slots that an access can mean have in common. Elements of an array are mostly packed side by side, and then
 * the place of one is computed instead of looked up.
 *
 * @param word      the word in which all lie, or -1
 * @param width     the width that all have, or -1
 * @param sameMin   whether all have the least value {@code min}
 * @param linear    whether all lie in {@code word} and the shift of slot n is {@code base + step * n}
 */
record SlotSet(int word, int width, boolean sameMin, long min, boolean linear, int base, int step) {

    private static final int DIFFERENT = -1;

    static SlotSet of(PackedMachine packed, Range slots) {
        StateLayout.Field first = packed.field((int) slots.low());
        int word = first.word();
        int width = first.width();
        boolean sameMin = true;
        int step = step(packed, slots, first);
        int base = (int) (first.shift() - step * slots.low());
        boolean linear = true;
        for (long n = slots.low(); n <= slots.high(); n += slots.stride()) {
            StateLayout.Field field = packed.field((int) n);
            word = field.word() == word ? word : DIFFERENT;
            width = field.width() == width ? width : DIFFERENT;
            sameMin &= field.min() == first.min();
            linear &= field.shift() == base + step * n;
        }
        return new SlotSet(word, width, sameMin, first.min(), linear && word != DIFFERENT, base, step);
    }

    private static int step(PackedMachine packed, Range slots, StateLayout.Field first) {
        long second = slots.low() + slots.stride();
        if (second > slots.high()) {
            return 0;
        }
        return (packed.field((int) second).shift() - first.shift()) / (int) slots.stride();
    }

    boolean oneWord() {
        return word != DIFFERENT;
    }

    boolean oneWidth() {
        return width != DIFFERENT;
    }
}
