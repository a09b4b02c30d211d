package org.xstate.check.internal.model;

/** Takes a state to the one that stands for all states that differ from it only in what cannot matter. */
interface Canonical {

    /** Every state stands for itself. */
    Canonical IDENTITY = (from, at, to) -> System.arraycopy(from, at, to, 0, to.length);

    /**
     * @param from holds the state; read only
     * @param at   index of its first word
     * @param to   takes the words of the state that stands for it; another array than {@code from}
     */
    void apply(long[] from, int at, long[] to);
}
