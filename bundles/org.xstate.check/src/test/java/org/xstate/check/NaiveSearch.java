package org.xstate.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The textbook's breadth-first search with a hash map of boxed states: what the explorer is compared with. */
final class NaiveSearch {

    final Map<List<Long>, Integer> depths = new HashMap<>();
    final long[] fired;
    long transitions;
    int depth;
    long deadlocks;
    boolean violated;

    /** Depth of the first violation, in transitions. */
    int violationDepth;
    /** Lowest property violated at that depth. */
    int property = Integer.MAX_VALUE;

    NaiveSearch(TransitionSystem system, boolean deadlockViolates) {
        fired = new long[system.actions().size()];
        Evaluator evaluator = system.evaluator();
        Successors out = new Successors(system.words());
        evaluator.initial(out);
        List<List<Long>> level = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            reach(evaluator, box(out, i, system.words()), 0, level);
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
                        violation(at, Evaluator.NONE);
                    }
                }
                for (int i = 0; i < out.size(); i++) {
                    transitions++;
                    fired[out.action(i)]++;
                    if (out.failure(i) == Evaluator.NONE) {
                        reach(evaluator, box(out, i, system.words()), at + 1, next);
                    } else {
                        violation(at + 1, out.failure(i));
                    }
                }
            }
            level = next;
        }
        if (!level.isEmpty() && !depths.isEmpty()) {
            depth = depths.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
        }
    }

    private void reach(Evaluator evaluator, List<Long> state, int at, List<List<Long>> next) {
        if (depths.putIfAbsent(state, at) == null) {
            next.add(state);
            int bad = evaluator.violated(unbox(state), 0);
            if (bad != Evaluator.NONE) {
                violation(at, bad);
            }
        }
    }

    private void violation(int at, int id) {
        if (!violated || at < violationDepth) {
            violationDepth = at;
            property = id;
        } else if (at == violationDepth) {
            property = Math.min(property, id);
        }
        violated = true;
    }

    private static List<Long> box(Successors out, int i, int words) {
        return Arrays.stream(out.states(), out.at(i), out.at(i) + words).boxed().toList();
    }

    private static long[] unbox(List<Long> state) {
        return state.stream().mapToLong(Long::longValue).toArray();
    }
}
