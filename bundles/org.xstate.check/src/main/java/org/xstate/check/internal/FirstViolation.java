package org.xstate.check.internal;

import java.util.Arrays;
import java.util.Optional;

import org.xstate.check.Counterexample;
import org.xstate.check.Evaluator;
import org.xstate.check.Successors;

/** Keeps the first violation in {@link Violation#ORDER} that a thread comes by. */
final class FirstViolation implements Watch {

    private final Evaluator evaluator;
    private final int words;
    private final boolean deadlockViolates;
    private Optional<Violation> violation = Optional.empty();

    FirstViolation(Evaluator evaluator, int words, boolean deadlockViolates) {
        this.evaluator = evaluator;
        this.words = words;
        this.deadlockViolates = deadlockViolates;
    }

    @Override
    public boolean goesOn(long[] state, int at) {
        return true;
    }

    @Override
    public void expanded(long[] state, int at, int depth, Successors out, int from) {
        if (deadlockViolates && out.size() == from) {
            note(depth, Counterexample.Kind.DEADLOCK, Evaluator.NONE, state, at);
        }
    }

    @Override
    public void found(long[] states, int at, int depth) {
        int property = evaluator.violated(states, at);
        if (property != Evaluator.NONE) {
            note(depth, Counterexample.Kind.STATE, property, states, at);
        }
    }

    @Override
    public void failed(long[] states, int at, int property, int depth) {
        note(depth, Counterexample.Kind.STEP, property, states, at);
    }

    private void note(int depth, Counterexample.Kind kind, int property, long[] from, int at) {
        Violation found = new Violation(depth, kind, property, Arrays.copyOfRange(from, at, at + words));
        if (violation.isEmpty() || Violation.ORDER.compare(found, violation.get()) < 0) {
            violation = Optional.of(found);
        }
    }

    Optional<Violation> violation() {
        return violation;
    }
}
