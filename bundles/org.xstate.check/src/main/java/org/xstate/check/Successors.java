package org.xstate.check;

import java.util.Arrays;

/**
 * Takes states from an {@link Evaluator}: packed words in one array, an action id beside each. It grows as needed, and
 * is emptied and filled again, so that evaluating a state makes no objects.
 *
 * <p>A transition within which an assertion failed is added with {@link #addFailed}: it counts as a transition, its
 * state is the one in which the step stopped, and the explorer reports it instead of going on from there.
 */
public final class Successors {

    private static final int INITIAL_STATES = 512;

    private final int words;
    private long[] states;
    private int[] actions;
    private int[] failures;
    private int size;
    private boolean anyFailed;

    public Successors(int words) {
        this.words = words;
        states = new long[words * INITIAL_STATES];
        actions = new int[INITIAL_STATES];
        failures = new int[INITIAL_STATES];
    }

    /** Adds a state of one word. */
    public void add(long word0, int action) {
        int slot = next(action, Evaluator.NONE);
        states[slot] = word0;
    }

    /** Adds a state of two words. */
    public void add(long word0, long word1, int action) {
        int slot = next(action, Evaluator.NONE);
        states[slot] = word0;
        states[slot + 1] = word1;
    }

    /** Adds a copy of the state that starts at {@code source[at]}. */
    public void add(long[] source, int at, int action) {
        copy(source, at, next(action, Evaluator.NONE));
    }

    /** Adds the transition within which an assertion of property {@code property} failed. */
    public void addFailed(long[] source, int at, int action, int property) {
        copy(source, at, next(action, property));
        anyFailed = true;
    }

    /** Number of states added since the last {@link #clear}. */
    public int size() {
        return size;
    }

    /** The words of all states, one state after the other. Valid until the next addition. */
    public long[] states() {
        return states;
    }

    /** Index in {@link #states} of the first word of state {@code i}. */
    public int at(int i) {
        return i * words;
    }

    /** Action id of the transition to state {@code i}. */
    public int action(int i) {
        return actions[i];
    }

    /** Property whose assertion failed in the transition to state {@code i}, or {@link Evaluator#NONE}. */
    public int failure(int i) {
        return failures[i];
    }

    /** Whether {@link #failure} is a property for some state. */
    public boolean anyFailed() {
        return anyFailed;
    }

    /** Takes out the transitions in which an assertion failed; the others keep their order. */
    public void dropFailed() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (failures[i] == Evaluator.NONE) {
                copy(states, at(i), at(kept));
                actions[kept] = actions[i];
                failures[kept] = Evaluator.NONE;
                kept++;
            }
        }
        size = kept;
        anyFailed = false;
    }

    public void clear() {
        size = 0;
        anyFailed = false;
    }

    private int next(int action, int failure) {
        if (size == actions.length) {
            grow();
        }
        actions[size] = action;
        failures[size] = failure;
        return size++ * words;
    }

    private void copy(long[] source, int at, int slot) {
        for (int i = 0; i < words; i++) {
            states[slot + i] = source[at + i];
        }
    }

    private void grow() {
        int capacity = Math.multiplyExact(actions.length, 2);
        states = Arrays.copyOf(states, Math.multiplyExact(capacity, words));
        actions = Arrays.copyOf(actions, capacity);
        failures = Arrays.copyOf(failures, capacity);
    }
}
