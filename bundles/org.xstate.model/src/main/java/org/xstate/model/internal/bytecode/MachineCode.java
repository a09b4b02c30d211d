package org.xstate.model.internal.bytecode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.xstate.model.bytecode.CompiledStepper;
import org.xstate.model.bytecode.Coverage;
import org.xstate.model.run.Sink;
import org.xstate.model.run.Stepper;
import org.xstate.model.state.StateLayout;

/**
 * The part of the generated class that is the same for all machines. The generated part executes procedures on
 * {@link #state}; this one tries all ways through their choices.
 *
 * <p>A choice is not a place where the execution forks: a step is executed from its beginning once for each way, which is
 * cheap as steps are short, and works within any depth of calls.
 */
abstract class MachineCode implements CompiledStepper {

    /** A part of a procedure returns the node that follows, or: it ended the step, {@link #status} says how. */
    static final int STOPPED = -1;
    /** It returned from the procedure. */
    static final int RETURNED = -2;
    /** Its first node waits for a condition that does not hold. */
    static final int BLOCKED = -3;

    static final int RUNNING = 0;
    /** There is no such step. */
    static final int NO_STEP = 1;
    /** A claim was violated. */
    static final int FAILED = 2;
    /** The step may be endless. */
    static final int EXHAUSTED = 3;

    final long[] state;
    final long[] frame;
    final byte[] covered;
    int status;
    long cpu;
    long result;
    int fuel;

    private final StepperTables tables;
    private final Choices choices;
    private final ProcessRunner processes;
    private Stepper reference;
    private int claim;
    private long[] source;
    private int sourceAt;
    private Sink sink;
    private int emitted;
    private boolean expanded;

    MachineCode(StepperTables tables) {
        this.tables = tables;
        state = new long[tables.packed().words()];
        frame = new long[tables.plan().frameSize()];
        covered = new byte[tables.plan().coverage().blocks()];
        choices = new Choices(tables.plan().coverage());
        processes = new ProcessRunner(this, tables);
    }

    /** Executes a procedure without parameters. */
    abstract long enter(int procedure);

    /**
     * Tries ways through rules from the given one on, each on {@link #state} as it is, until one comes to an end or may have
     * changed something; returns its number, or how many there are.
     */
    abstract int attempt(int first);

    /** Executes a part of a procedure, and returns the node that follows or one of the constants above. */
    abstract int region(int number);

    @Override
    public final void initial(Sink out) {
        begin(tables.start(), 0, out);
        if (!setups()) {
            reference().initial(new RestOf(out, emitted));
        }
    }

    private boolean setups() {
        choices.clear();
        do {
            restore();
            ready(Costs.MAX_NODES);
            for (int i = 0; i < tables.setups().length && status == RUNNING; i++) {
                enter(tables.setups()[i]);
            }
            if (!settle(0)) {
                return false;
            }
        } while (choices.advance());
        return true;
    }

    @Override
    public final void successors(long[] words, int at, Sink out) {
        begin(words, at, out);
        expanded = true;
        if (!rules() || !processes.all()) {
            reference().successors(words, at, new RestOf(out, emitted));
        }
    }

    private boolean rules() {
        int count = tables.rules().length;
        restore();
        ready(tables.ruleFuel());
        choices.clear();
        for (int rule = attempt(0); rule < count; rule = attempt(rule + 1)) {
            if (!settleRule(rule)) {
                return false;
            }
            while (choices.advance()) {
                restore();
                ready(tables.ruleFuel());
                enter(tables.rules()[rule]);
                if (!settleRule(rule)) {
                    return false;
                }
            }
            restore();
            ready(tables.ruleFuel());
        }
        return true;
    }

    private boolean settleRule(int rule) {
        if (status == RUNNING) {
            choices.note(tables.ruleMarks()[rule]);
        }
        return settle(tables.ruleActions()[rule]);
    }

    @Override
    public final int violated(long[] words, int at) {
        begin(words, at, sink);
        restore();
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < tables.predicates().length; i++) {
            ready(Costs.MAX_NODES - tables.predicateCost()[i]);
            long holds = enter(tables.predicates()[i]);
            if (status == EXHAUSTED) {
                return reference().violated(words, at);
            }
            if (status == FAILED) {
                lowest = Math.min(lowest, claim);
            } else if (holds == 0) {
                lowest = Math.min(lowest, tables.predicateClaims()[i]);
                break;
            }
        }
        return lowest == Integer.MAX_VALUE ? NONE : lowest;
    }

    @Override
    public final void violations(long[] words, int at, BitSet claims) {
        begin(words, at, sink);
        restore();
        for (int i = 0; i < tables.predicates().length; i++) {
            ready(Costs.MAX_NODES - tables.predicateCost()[i]);
            long holds = enter(tables.predicates()[i]);
            if (status == EXHAUSTED) {
                reference().violations(words, at, claims);
                return;
            }
            if (status == FAILED) {
                claims.set(claim);
            } else if (holds == 0) {
                claims.set(tables.predicateClaims()[i]);
            }
        }
    }

    @Override
    public final Coverage coverage() {
        return tables.plan().coverage().read(covered, choices.taken(),
                expanded ? tables.plan().specialized().alwaysReached() : List.of());
    }

    private void begin(long[] words, int at, Sink out) {
        source = words;
        sourceAt = at;
        sink = out;
        emitted = 0;
    }

    /** Makes {@link #state} the state that is stepped from. */
    final void restore() {
        for (int i = 0; i < state.length; i++) {
            state[i] = source[sourceAt + i];
        }
    }

    final void ready(int mostNodes) {
        status = RUNNING;
        fuel = mostNodes;
    }

    final Choices choices() {
        return choices;
    }

    /** Hands over what a way through a step came to. False if it is not known, because the step may be endless. */
    final boolean settle(int action) {
        switch (status) {
            case RUNNING -> {
                choices.note();
                emitted++;
                sink.add(state, 0, action);
            }
            case FAILED -> {
                emitted++;
                sink.addFailed(state, 0, action, claim);
            }
            default -> {
                return status != EXHAUSTED;
            }
        }
        return true;
    }

    /** Takes a process back to where it stood before the step, with the locals that it had. */
    final void restoreProcess(ProcessCode process) {
        process.undo(source, sourceAt, state);
    }

    /** The interpreter, which counts every node. */
    private Stepper reference() {
        if (reference == null) {
            reference = tables.reference().get();
        }
        return reference;
    }

    /** Called by generated code: executes the part of a procedure that begins at a node. */
    final int part(int procedure, int node) {
        return region(tables.region(procedure, node));
    }

    /** Called by generated code: locals of a procedure begin as 0. */
    final void clear(int from, int to) {
        Arrays.fill(frame, from, to, 0);
    }

    /** Called by generated code with a number that it does not know. */
    final int unknown(int number) {
        throw new IllegalStateException("no procedure or part " + number);
    }

    /** Called by generated code: the claim is violated. */
    final void fail(int violated) {
        status = FAILED;
        claim = violated;
    }

    /** Called by generated code: the value of a choice on this way. */
    final long choose(int site, long low, long high) {
        return choices.next(site, low, high);
    }

    /** Called by generated code: the assignment of a struct. */
    final void copy(long to, long from, int count) {
        for (int i = 0; i < count; i++) {
            StateLayout.Field target = tables.packed().field((int) to + i);
            if (target.width() > 0) {
                target.set(state, 0, tables.packed().get(state, 0, (int) from + i));
            }
        }
    }

    /** Passes on what comes after the successors that were handed over already. */
    private static final class RestOf implements Sink {

        private final Sink out;
        private int skip;

        RestOf(Sink out, int skip) {
            this.out = out;
            this.skip = skip;
        }

        @Override
        public void add(long[] words, int at, int action) {
            if (skip-- <= 0) {
                out.add(words, at, action);
            }
        }

        @Override
        public void addFailed(long[] words, int at, int action, int violated) {
            if (skip-- <= 0) {
                out.addFailed(words, at, action, violated);
            }
        }
    }
}
