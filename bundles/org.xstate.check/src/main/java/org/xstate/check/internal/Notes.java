package org.xstate.check.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.xstate.check.survey.Valuation;

/** What one thread has noted about a valuation. */
final class Notes {

    private static final Comparator<List<Long>> ORDER = (one, other) -> Arrays.compare(
            one.stream().mapToLong(Long::longValue).toArray(),
            other.stream().mapToLong(Long::longValue).toArray());

    private final SortedMap<Integer, Integer> violated = new TreeMap<>();
    private final TreeSet<List<Long>> outcomes = new TreeSet<>(ORDER);
    private boolean manyOutcomes;
    private long[] least = {};
    private long[] greatest = {};
    private long states;
    private long ends;
    private int lastLevel;

    void found(int depth) {
        lastLevel = Math.max(lastLevel, depth);
    }

    void expanded() {
        states++;
    }

    void violated(int claim, int depth) {
        violated.merge(claim, depth, Math::min);
    }

    void violated(BitSet claims, int depth) {
        claims.stream().forEach(claim -> violated(claim, depth));
    }

    /** A state from which no step leads on, with the values of the observed variables. */
    void end(long[] observed) {
        if (ends == 0) {
            least = observed.clone();
            greatest = observed.clone();
        }
        ends++;
        for (int i = 0; i < observed.length; i++) {
            least[i] = Math.min(least[i], observed[i]);
            greatest[i] = Math.max(greatest[i], observed[i]);
        }
        if (!manyOutcomes && observed.length > 0) {
            outcome(LongStream.of(observed).boxed().toList());
        }
    }

    private void outcome(List<Long> values) {
        outcomes.add(values);
        if (outcomes.size() > Valuation.MAX_OUTCOMES) {
            outcomes.clear();
            manyOutcomes = true;
        }
    }

    boolean isViolated() {
        return !violated.isEmpty();
    }

    /** The most distant level with a state of this valuation. */
    int lastLevel() {
        return lastLevel;
    }

    void add(Notes other) {
        other.violated.forEach(this::violated);
        if (other.ends > 0) {
            least = ends == 0 ? other.least.clone() : pairs(least, other.least, true);
            greatest = ends == 0 ? other.greatest.clone() : pairs(greatest, other.greatest, false);
        }
        manyOutcomes |= other.manyOutcomes;
        if (manyOutcomes) {
            outcomes.clear();
        } else {
            other.outcomes.forEach(one -> {
                if (!manyOutcomes) {
                    outcome(one);
                }
            });
        }
        states += other.states;
        ends += other.ends;
        lastLevel = Math.max(lastLevel, other.lastLevel);
    }

    private static long[] pairs(long[] one, long[] other, boolean lesser) {
        return IntStream.range(0, one.length)
                .mapToLong(i -> lesser ? Math.min(one[i], other[i]) : Math.max(one[i], other[i])).toArray();
    }

    Valuation valuation(List<Long> values, boolean decided) {
        return new Valuation(values, decided, violated, states, ends,
                manyOutcomes ? Optional.empty() : Optional.of(List.copyOf(outcomes)),
                IntStream.range(0, least.length)
                        .mapToObj(i -> new Valuation.Range(least[i], greatest[i])).toList());
    }
}
