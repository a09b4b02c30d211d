package org.xstate.check.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.xstate.check.Evaluator;
import org.xstate.check.Successors;
import org.xstate.model.state.StateLayout;

/** Takes notes, for one thread, on the valuations of the states that it comes by. */
final class Surveyor implements Watch {

    private final Evaluator evaluator;
    private final Valuations valuations;
    private final StateLayout.Field[] observed;
    /** Valuations that are not gone on with; changed between levels only. */
    private final boolean[] closed;
    private final Notes[] notes;
    private final BitSet claims = new BitSet();
    private final long[] values;

    Surveyor(Evaluator evaluator, Valuations valuations, List<StateLayout.Field> observed, boolean[] closed) {
        this.evaluator = evaluator;
        this.valuations = valuations;
        this.observed = observed.toArray(StateLayout.Field[]::new);
        this.closed = closed;
        this.notes = new Notes[valuations.count()];
        this.values = new long[observed.size()];
    }

    @Override
    public boolean goesOn(long[] words, int at) {
        return !closed[valuations.of(words, at)];
    }

    @Override
    public void expanded(long[] words, int at, int depth, Successors out, int from) {
        Notes note = note(valuations.of(words, at));
        note.expanded();
        for (int i = from; i < out.size(); i++) {
            valuations.requireSame(words, at, out.states(), out.at(i));
        }
        if (out.size() == from) {
            for (int i = 0; i < observed.length; i++) {
                values[i] = observed[i].get(words, at);
            }
            note.end(values);
        }
    }

    @Override
    public void found(long[] states, int at, int depth) {
        int number = valuations.of(states, at);
        if (closed[number]) {
            return;
        }
        Notes note = note(number);
        note.found(depth);
        if (evaluator.violated(states, at) != Evaluator.NONE) {
            claims.clear();
            evaluator.violations(states, at, claims);
            note.violated(claims, depth);
        }
    }

    @Override
    public void failed(long[] states, int at, int property, int depth) {
        int number = valuations.of(states, at);
        if (!closed[number]) {
            note(number).violated(property, depth);
        }
    }

    private Notes note(int number) {
        if (notes[number] == null) {
            notes[number] = new Notes();
        }
        return notes[number];
    }

    /** Whether this thread came by a violation of a valuation. */
    boolean isViolated(int number) {
        return notes[number] != null && notes[number].isViolated();
    }

    /** What this thread has noted about a valuation, if it came by one of its states. */
    Optional<Notes> notes(int number) {
        return Optional.ofNullable(notes[number]);
    }
}
