package org.xstate.ui.machine.internal;

import java.util.List;

/**
 * How the steps of an execution are told as rows: by themselves, or in blocks if there are many. A tree of GTK goes through
 * all siblings of a row each time it looks for one, which takes seconds where there are a hundred thousand.
 *
 * @param steps 1 to that
 */
record StepBlocks(int steps) {

    static final int SIZE = 1_000;
    private static final int MOST_WITHOUT = 2 * SIZE;

    boolean has() {
        return steps > MOST_WITHOUT;
    }

    /** Rows without a parent. */
    int roots() {
        return has() ? (steps + SIZE - 1) / SIZE : steps;
    }

    /** Where the row of a step is: its index among its siblings, behind that of its block if there are blocks. */
    List<Integer> path(int step) {
        return has() ? List.of((step - 1) / SIZE, (step - 1) % SIZE) : List.of(step - 1);
    }

    /** The first step of a block. */
    int first(int block) {
        return block * SIZE + 1;
    }

    /** The last step of a block. */
    int last(int block) {
        return Math.min(steps, first(block) + SIZE - 1);
    }
}
