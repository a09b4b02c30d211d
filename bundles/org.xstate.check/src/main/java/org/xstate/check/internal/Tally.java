package org.xstate.check.internal;

import org.xstate.check.Successors;

/** What one thread counts. */
final class Tally {

    private final long[] fired;
    private long transitions;
    private long deadlocks;

    Tally(int actions) {
        fired = new long[actions];
    }

    /** Counts the transitions that were evaluated. */
    void count(Successors evaluated) {
        int size = evaluated.size();
        for (int i = 0; i < size; i++) {
            fired[evaluated.action(i)]++;
        }
        transitions += size;
    }

    void deadlock() {
        deadlocks++;
    }

    void add(Tally other) {
        for (int i = 0; i < fired.length; i++) {
            fired[i] += other.fired[i];
        }
        transitions += other.transitions;
        deadlocks += other.deadlocks;
    }

    long transitions() {
        return transitions;
    }

    long deadlocks() {
        return deadlocks;
    }

    long[] fired() {
        return fired.clone();
    }
}
