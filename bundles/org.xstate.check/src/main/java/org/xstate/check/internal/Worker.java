package org.xstate.check.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
    private final Control control;
    private final boolean lead;
    private final Watch watch;

    private final long[] input;
    private final long[] output;
    private final int[] fresh = new int[StateTable.BATCH];
    private final Tally tally;
    private int outputStates;
    private Optional<Level> target = Optional.empty();
    private int targetDepth;

    /** @param watch is told what this thread comes by */
    Worker(TransitionSystem system, Evaluator evaluator, Watch watch, StateTable.Writer table,
            Control control, boolean lead) {
        this.words = system.words();
        this.evaluator = evaluator;
        this.watch = watch;
        this.out = new Successors(words);
        this.table = table;
        this.control = control;
        this.lead = lead;
        this.input = new long[Level.CHUNK * words];
        this.output = new long[Level.CHUNK * words];
        this.tally = new Tally(system.actions().size());
    }

    /** Adds the initial states. */
    void seed(Level initial) {
        target = Optional.of(initial);
        targetDepth = 0;
        evaluator.initial(out);
        settle();
        finish();
    }

    /** Expands chunks of a level until there are none left, or the exploration ends. */
    void expand(Level from, int depth, AtomicInteger ticket, Level to) {
        target = Optional.of(to);
        targetDepth = depth + 1;
        int chunks = from.chunks();
        for (int next = ticket.getAndIncrement(); next < chunks; next = ticket.getAndIncrement()) {
            Level.Chunk chunk = from.chunk(next);
            chunk.copyTo(input);
            for (int i = 0; i < chunk.states(); i++) {
                if (watch.goesOn(input, i * words)) {
                    int before = out.size();
                    evaluator.successors(input, i * words, out);
                    if (out.size() == before) {
                        tally.deadlock();
                    }
                    watch.expanded(input, i * words, depth, out, before);
                    if (out.size() >= StateTable.BATCH && !flush()) {
                        return;
                    }
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

    /** Brings the successors into the visited set and the next level, and empties them. */
    private void settle() {
        if (out.anyFailed()) {
            tellFailedSteps();
        }
        int number = out.size();
        for (int first = 0; first < number; first += StateTable.BATCH) {
            int slice = Math.min(StateTable.BATCH, number - first);
            if (control.full().isPresent()) {
                tell(first, slice);
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
            watch.found(out.states(), at, targetDepth);
            append(at);
        }
        control.found(count);
    }

    /** No room any more: whether a state is new is not known and not needed to see a violation. */
    private void tell(int first, int number) {
        for (int i = first; i < first + number; i++) {
            watch.found(out.states(), out.at(i), targetDepth);
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
            if (!target.orElseThrow().add(output, outputStates)) {
                control.full(Limit.MEMORY);
            }
            outputStates = 0;
        }
    }

    /** Failed steps are reported, and taken out of what is explored further. */
    private void tellFailedSteps() {
        for (int i = 0; i < out.size(); i++) {
            if (out.failure(i) != Evaluator.NONE) {
                watch.failed(out.states(), out.at(i), out.failure(i), targetDepth);
            }
        }
        out.dropFailed();
    }

    /** Counts since the exploration began. */
    Tally tally() {
        return tally;
    }
}
