package org.xstate.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The textbook's breadth-first search with a hash map of boxed states: what the explorer is compared with. */
final class NaiveSearch {

    final Map<List<Long>, Integer> depths = new HashMap<>();
    final long[] fired;
    long transitions;
    int depth;
    long deadlocks;
    boolean violated;

    private final List<Bad> bad = new ArrayList<>();
    private final TransitionSystem system;
    private final Evaluator evaluator;
    private final Successors out;

    NaiveSearch(TransitionSystem system, boolean deadlockViolates) {
        fired = new long[system.actions().size()];
        this.system = system;
        evaluator = system.evaluator();
        out = new Successors(system.words());
        evaluator.initial(out);
        List<List<Long>> level = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            reach(box(out, i, system.words()), 0, level);
        }
        for (int at = 0; !level.isEmpty() && !violated; at++) {
            depth = at;
            List<List<Long>> next = new ArrayList<>();
            for (List<Long> state : level) {
                out.clear();
                evaluator.successors(unbox(state), 0, out);
                if (out.size() == 0) {
                    deadlocks++;
                    if (deadlockViolates) {
                        violation(at, Counterexample.Kind.DEADLOCK, Evaluator.NONE, state);
                    }
                }
                for (int i = 0; i < out.size(); i++) {
                    transitions++;
                    fired[out.action(i)]++;
                    if (out.failure(i) == Evaluator.NONE) {
                        reach(box(out, i, system.words()), at + 1, next);
                    } else {
                        violation(at + 1, Counterexample.Kind.STEP, out.failure(i),
                                box(out, i, system.words()));
                    }
                }
            }
            level = next;
        }
        if (!level.isEmpty() && !depths.isEmpty()) {
            depth = depths.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    private void reach(List<Long> state, int at, List<List<Long>> next) {
        if (depths.putIfAbsent(state, at) == null) {
            next.add(state);
            int property = evaluator.violated(unbox(state), 0);
            if (property != Evaluator.NONE) {
                violation(at, Counterexample.Kind.STATE, property, state);
            }
        }
    }

    private void violation(int at, Counterexample.Kind kind, int property, List<Long> state) {
        bad.add(new Bad(at, property, state, kind));
        violated = true;
    }

    /** The one path that the explorer promises to report. */
    Counterexample path() {
        Bad end = bad.stream().min(Comparator.comparingInt(Bad::depth).thenComparingInt(Bad::property)
                .thenComparing(Bad::state, NaiveSearch::compare).thenComparing(Bad::kind)).orElseThrow();
        LinkedList<Step> steps = new LinkedList<>();
        List<Long> state = end.state();
        int failure = end.kind() == Counterexample.Kind.STEP ? end.property() : Evaluator.NONE;
        for (int at = end.depth(); at > 0; at--) {
            List<Long> least = null;
            int action = -1;
            for (Map.Entry<List<Long>, Integer> entry : depths.entrySet()) {
                if (entry.getValue() == at - 1 && (least == null || compare(entry.getKey(), least) < 0)
                        && lowestAction(entry.getKey(), state, failure) >= 0) {
                    least = entry.getKey();
                    action = lowestAction(least, state, failure);
                }
            }
            steps.addFirst(new Step(action, unbox(state)));
            state = least;
            failure = Evaluator.NONE;
        }
        return new Counterexample(end.kind(), end.property(), unbox(state), steps);
    }

    private int lowestAction(List<Long> from, List<Long> to, int failure) {
        out.clear();
        evaluator.successors(unbox(from), 0, out);
        return IntStream.range(0, out.size())
                .filter(i -> out.failure(i) == failure && box(out, i, system.words()).equals(to))
                .map(out::action).min()
                .orElse(-1);
    }

    private static int compare(List<Long> one, List<Long> other) {
        return Arrays.compareUnsigned(unbox(one), unbox(other));
    }

    private record Bad(int depth, int property, List<Long> state, Counterexample.Kind kind) {
    }

    private static List<Long> box(Successors out, int i, int words) {
        return Arrays.stream(out.states(), out.at(i), out.at(i) + words).boxed().toList();
    }

    private static long[] unbox(List<Long> state) {
        return state.stream().mapToLong(Long::longValue).toArray();
    }
}
