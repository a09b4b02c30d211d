package org.xstate.check.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.xstate.check.Counterexample;
import org.xstate.check.Evaluator;
import org.xstate.check.Limit;
import org.xstate.check.Successors;
import org.xstate.check.TransitionSystem;

/**
 * One thread's part of an exploration. It takes chunks of a level, evaluates states until there is a batch of
 * successors, adds the batch to the visited set, and puts what was new into the next level. All its counts are its own
 * until the level is complete.
 */
final class Worker {

    private final int words;
    private final Evaluator evaluator;
    private final Successors out;
    private final StateTable.Writer table;
    private final LevelMemory levels;
    private final Control control;
    private final boolean lead;
    private final boolean deadlockViolates;

    private final long[] input;
    private final long[] output;
    private final int[] fresh = new int[StateTable.BATCH];
    private final Tally tally;
    private int outputStates;
    private Optional<Violation> violation = Optional.empty();
    private Level target = new Level();
    private int targetDepth;

    Worker(TransitionSystem system, StateTable.Writer table, LevelMemory levels, Control control,
            boolean lead,
            boolean deadlockViolates) {
        this.words = system.words();
        this.evaluator = system.evaluator();
        this.out = new Successors(words);
        this.table = table;
        this.levels = levels;
        this.control = control;
        this.lead = lead;
        this.deadlockViolates = deadlockViolates;
        this.input = new long[Level.CHUNK * words];
        this.output = new long[Level.CHUNK * words];
        this.tally = new Tally(system.actions().size());
    }

    /** Adds the initial states. */
    void seed(Level initial) {
        target = initial;
        targetDepth = 0;
        evaluator.initial(out);
        settle();
        finish();
    }

    /** Expands chunks of a level until there are none left, or the exploration ends. */
    void expand(Level from, int depth, AtomicInteger ticket, Level to) {
        target = to;
        targetDepth = depth + 1;
        int chunks = from.chunks();
        for (int next = ticket.getAndIncrement(); next < chunks; next = ticket.getAndIncrement()) {
            Level.Chunk chunk = from.chunk(next);
            chunk.copyTo(input);
            for (int i = 0; i < chunk.states(); i++) {
                int before = out.size();
                evaluator.successors(input, i * words, out);
                if (out.size() == before) {
                    deadlock(i * words, depth);
                } else if (out.size() >= StateTable.BATCH && !flush()) {
                    return;
                }
            }
        }
        flush();
        finish();
    }

    private boolean flush() {
        tally.count(out);
        settle();
        if (lead) {
            control.report();
        }
        return !control.halted();
    }

    private void deadlock(int at, int depth) {
        tally.deadlock();
        if (deadlockViolates) {
            note(new Violation(depth, Counterexample.Kind.DEADLOCK, Evaluator.NONE, state(input, at)));
        }
    }

    /** Brings the successors into the visited set and the next level, and empties them. */
    private void settle() {
        if (out.anyFailed()) {
            noteFailedSteps();
        }
        int number = out.size();
        for (int first = 0; first < number; first += StateTable.BATCH) {
            int slice = Math.min(StateTable.BATCH, number - first);
            if (control.full().isPresent()) {
                check(first, slice);
            } else {
                insert(first, slice);
            }
        }
        out.clear();
    }

    private void insert(int first, int number) {
        int count = table.insert(out.states(), first, number, fresh);
        if (!table.relieve(control::halted)) {
            control.full(Limit.MEMORY);
        }
        for (int i = 0; i < count; i++) {
            int at = out.at(fresh[i]);
            checkState(at);
            append(at);
        }
        control.found(count);
    }

    /** No room any more: whether a state is new is not known and not needed to see a violation. */
    private void check(int first, int number) {
        for (int i = first; i < first + number; i++) {
            checkState(out.at(i));
        }
    }

    private void checkState(int at) {
        int property = evaluator.violated(out.states(), at);
        if (property != Evaluator.NONE) {
            note(new Violation(targetDepth, Counterexample.Kind.STATE, property, state(out.states(), at)));
        }
    }

    private void append(int at) {
        long[] states = out.states();
        int slot = outputStates * words;
        for (int i = 0; i < words; i++) {
            output[slot + i] = states[at + i];
        }
        outputStates++;
        if (outputStates == Level.CHUNK) {
            finish();
        }
    }

    /** Hands over the states that are not yet in the next level. */
    private void finish() {
        if (outputStates > 0) {
            levels.store(output, outputStates).ifPresentOrElse(target::add, () -> control.full(Limit.MEMORY));
            outputStates = 0;
        }
    }

    /** Failed steps are reported, and taken out of what is explored further. */
    private void noteFailedSteps() {
        for (int i = 0; i < out.size(); i++) {
            if (out.failure(i) != Evaluator.NONE) {
                note(new Violation(targetDepth, Counterexample.Kind.STEP, out.failure(i),
                        state(out.states(), out.at(i))));
            }
        }
        out.dropFailed();
    }

    private void note(Violation found) {
        if (violation.isEmpty() || Violation.ORDER.compare(found, violation.get()) < 0) {
            violation = Optional.of(found);
        }
    }

    private long[] state(long[] from, int at) {
        long[] copy = new long[words];
        System.arraycopy(from, at, copy, 0, words);
        return copy;
    }

    /** The first violation in {@link Violation#ORDER} that this thread has seen. */
    Optional<Violation> violation() {
        return violation;
    }

    /** Counts since the exploration began. */
    Tally tally() {
        return tally;
    }
}
