package org.xstate.check;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts over the completed levels: all states up to a depth, and all transitions from the states before that depth.
 * They are properties of the transition system and equal for any number of threads.
 *
 * @param states distinct reachable states, the initial ones included
 * @param transitions successor evaluations that yielded a state: self-loops and duplicates count, initial states do not
 * @param depth transitions on the longest of the shortest paths from an initial state to one of these states
 * @param deadlocks expanded states without any successor
 * @param fired per action id, how many of the transitions it made
 */
public record Counts(long states, long transitions, int depth, long deadlocks, List<Long> fired) {

    public Counts {
        fired = List.copyOf(fired);
    }

    /** Ids of the actions that made no transition, in rising order. */
    public List<Integer> neverFired() {
        return IntStream.range(0, fired.size()).filter(action -> fired.get(action) == 0).boxed()
                .toList();
    }
}
