package org.xstate.check.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.xstate.check.Counterexample;
import org.xstate.check.Evaluator;
import org.xstate.check.Step;
import org.xstate.check.Successors;
import org.xstate.check.TransitionSystem;

/**
 * Finds the path to a violation without links from a state to its parent: it goes back level by level and evaluates the
 * states of each level again. That costs no memory per state, and leads to the same path however the threads ran.
 */
final class PathSearch {

    private final List<Level> levels;
    private final Control control;
    private final int words;
    private final Evaluator evaluator;
    private final Successors out;
    private final long[] input;

    PathSearch(TransitionSystem system, List<Level> levels, Control control) {
        this.levels = levels;
        this.control = control;
        words = system.words();
        evaluator = system.evaluator();
        out = new Successors(words);
        input = new long[Level.CHUNK * words];
    }

    /** A shortest path to the violation, or nothing if the exploration was cancelled meanwhile. */
    Optional<Counterexample> to(Violation violation) {
        List<Step> steps = new ArrayList<>();
        long[] state = violation.state();
        int failure = violation.kind() == Counterexample.Kind.STEP ? violation.property() : Evaluator.NONE;
        for (int depth = violation.depth(); depth > 0; depth--) {
            Optional<Origin> origin = origin(levels.get(depth - 1), state, failure);
            if (origin.isEmpty()) {
                return Optional.empty();
            }
            steps.add(new Step(origin.get().action(), state));
            state = origin.get().state();
            failure = Evaluator.NONE;
        }
        Collections.reverse(steps);
        return Optional.of(new Counterexample(violation.kind(), violation.property(), state, steps));
    }

    /** The least state of a level from which a step leads to the given state; nothing after a cancel. */
    private Optional<Origin> origin(Level level, long[] state, int failure) {
        Optional<Origin> least = Optional.empty();
        for (int next = 0; next < level.chunks(); next++) {
            if (control.cancelled()) {
                return Optional.empty();
            }
            Level.Chunk chunk = level.chunk(next);
            chunk.copyTo(input);
            for (int i = 0; i < chunk.states(); i++) {
                int at = i * words;
                int action = actionTo(at, state, failure);
                if (action >= 0 && (least.isEmpty() || compare(at, least.get().state()) < 0)) {
                    least = Optional.of(new Origin(action, Arrays.copyOfRange(input, at, at + words)));
                }
            }
        }
        if (least.isEmpty()) {
            throw new IllegalStateException("no state leads to a found one: an evaluator is not a function");
        }
        return least;
    }

    /** The lowest action from a state of the chunk to the given state, or -1. */
    private int actionTo(int at, long[] state, int failure) {
        out.clear();
        evaluator.successors(input, at, out);
        int lowest = -1;
        for (int i = 0; i < out.size(); i++) {
            int action = out.action(i);
            if (out.failure(i) == failure && (lowest < 0 || action < lowest)
                    && same(out.states(), out.at(i), state)) {
                lowest = action;
            }
        }
        return lowest;
    }

    private boolean same(long[] states, int at, long[] state) {
        for (int i = 0; i < words; i++) {
            if (states[at + i] != state[i]) {
                return false;
            }
        }
        return true;
    }

    private int compare(int at, long[] other) {
        return Arrays.compareUnsigned(input, at, at + words, other, 0, words);
    }

    private record Origin(int action, long[] state) {
    }
}
