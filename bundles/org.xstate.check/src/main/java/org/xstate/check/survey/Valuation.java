package org.xstate.check.survey;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a survey found out about one valuation.
 *
 * @param values   of the plan's rigid variables, in order
 * @param decided  whether it was explored as far as the plan says; if not, a bound was reached or the survey cancelled,
 *                 and what is here is true but may not be all
 * @param violated numbers of the violated claims, each with the least number of steps from an initial state to a state
 *                 that violates it, or within whose last step it is violated
 * @param states   states that were expanded
 * @param ends     of these, the ones from which no step leads on
 * @param outcomes values of the observed variables, in order, of the states that {@code ends} counts; each combination
 *                 once, in ascending order. Empty if there are more than {@value #MAX_OUTCOMES}
 * @param ranges   least and greatest value of each observed variable in those states; no ranges if there is no such state
 */
public record Valuation(List<Long> values, boolean decided, SortedMap<Integer, Integer> violated, long states,
        long ends, Optional<List<List<Long>>> outcomes, List<Range> ranges) {

    /** Most combinations that are listed. */
    public static final int MAX_OUTCOMES = 1024;

    /** @param min least value @param max greatest value */
    public record Range(long min, long max) {

        public Range union(Range other) {
            return new Range(Math.min(min, other.min), Math.max(max, other.max));
        }
    }

    public Valuation {
        values = List.copyOf(values);
        violated = Collections.unmodifiableSortedMap(new TreeMap<>(violated));
        outcomes = outcomes.map(List::copyOf);
        ranges = List.copyOf(ranges);
    }

    /** Whether it was explored and nothing is wrong. */
    public boolean holds() {
        return decided && violated.isEmpty();
    }
}
