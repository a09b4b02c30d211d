package org.xstate.model.internal.run;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Promise;
import org.xstate.model.run.Failure;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Witness;

/** One step, or one evaluation, on the values of a state, which it changes. */
public final class Execution {

    private final Machine machine;
    private final long[] slots;
    private final int cpu;
    private final Choices choices;
    private final Optional<Trail> trail;
    private final Optional<List<BitSet>> executed;
    private int nodes;
    private Optional<Witness> witness = Optional.empty();

    /**
     * @param slots    the values, one for each slot
     * @param cpu      which executes, or -1
     * @param trail    notes what is executed
     * @param executed by procedure the nodes that were ever executed
     */
    public Execution(Machine machine, long[] slots, int cpu, Choices choices, Optional<Trail> trail,
            Optional<List<BitSet>> executed) {
        this.machine = machine;
        this.slots = slots;
        this.cpu = cpu;
        this.choices = choices;
        this.trail = trail;
        this.executed = executed;
    }

    /** Runs a procedure to its end; gives what it returns, or 0. */
    public long call(int procedure, long... arguments) {
        Frame frame = new Frame(procedure);
        System.arraycopy(arguments, 0, frame.locals, 0, arguments.length);
        while (!frame.ended) {
            execute(frame);
        }
        return frame.result;
    }

    /** The return that made the last call that was made give 0. */
    public Optional<Witness> witness() {
        return witness;
    }

    /** A procedure that is being executed. */
    final class Frame {
        private final int number;
        private final Procedure procedure;
        private final long[] locals;
        private int node;
        private boolean ended;
        private long result;

        Frame(int number) {
            this.number = number;
            this.procedure = machine.procedures().get(number);
            this.locals = new long[procedure.locals().size()];
        }

        Frame at(int where) {
            node = where;
            return this;
        }

        int node() {
            return node;
        }

        boolean ended() {
            return ended;
        }

        long local(int local) {
            return locals[local];
        }

        void set(int local, long value) {
            locals[local] = value;
        }

        Procedure.Node current() {
            return procedure.nodes().get(node);
        }

        private List<LocalValue> values() {
            List<LocalValue> all = new ArrayList<>();
            for (int i = 0; i < locals.length; i++) {
                all.add(new LocalValue(procedure.locals().get(i), locals[i]));
            }
            return all;
        }
    }

    Frame frame(int procedure) {
        return new Frame(procedure);
    }

    /** Whether a condition holds where the frame is, without anything being executed. */
    boolean holds(Frame frame, Expression condition) {
        return value(frame, condition) != 0;
    }

    /** Executes the node at which the frame stands. */
    void execute(Frame frame) {
        Procedure.Node node = frame.current();
        trail.ifPresent(one -> one.node(frame.number, frame.node));
        executed.ifPresent(all -> all.get(frame.number).set(frame.node));
        if (++nodes > Promise.MAX_NODES) {
            throw fail(frame, Promise.STEP_ENDS.number(machine), node.span(), "this step does not end");
        }
        int edge = 0;
        switch (node.instruction()) {
            case Instruction.SetLocal set -> set(frame, set.local(), value(frame, set.value()));
            case Instruction.Store store -> {
                int slot = slot(frame, store.slot());
                store(slot, value(frame, store.value()));
            }
            case Instruction.CopySlots copy ->
                copy(slot(frame, copy.to()), slot(frame, copy.from()), copy.count());
            case Instruction.Choose choose ->
                set(frame, choose.local(), choices.next(choose.low(), choose.high()));
            case Instruction.Call call -> call(frame, call);
            case Instruction.Assume assume -> {
                if (value(frame, assume.condition()) == 0) {
                    throw Stopped.blocked();
                }
            }
            case Instruction.Assert claim -> {
                if (value(frame, claim.condition()) == 0) {
                    throw fail(frame, claim.claim(), node.span(), claim.text());
                }
            }
            case Instruction.Branch branch -> edge = value(frame, branch.condition()) != 0 ? 0 : 1;
            case Instruction.Return back -> leave(frame, back);
            case Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> edge = 0;
        }
        if (!frame.ended) {
            frame.node = node.next().get(edge);
        }
    }

    private void leave(Frame frame, Instruction.Return back) {
        frame.result = back.value().map(one -> value(frame, one)).orElse(0L);
        frame.ended = true;
        if (frame.result == 0) {
            List<Witness> inner = back.value().filter(Expression.Local.class::isInstance).isPresent()
                    ? witness.map(List::of).orElse(List.of())
                    : List.of();
            witness = Optional.of(new Witness(frame.current(), frame.values(), inner));
        }
    }

    private void call(Frame frame, Instruction.Call call) {
        long[] arguments = call.arguments().stream().mapToLong(one -> value(frame, one)).toArray();
        List<Procedure.Local> parameters = machine.procedures().get(call.procedure()).locals();
        trail.ifPresent(one -> {
            for (int i = 0; i < arguments.length; i++) {
                one.set(parameters.get(i), arguments[i]);
            }
            one.call();
        });
        long result = call(call.procedure(), arguments);
        trail.ifPresent(Trail::back);
        // the call's own event is over: what it set is told by the return in the callee
        call.result().ifPresent(local -> keep(frame, local, result));
    }

    private void set(Frame frame, int local, long value) {
        keep(frame, local, value);
        trail.ifPresent(one -> one.set(frame.procedure.locals().get(local), value));
    }

    private static void keep(Frame frame, int local, long value) {
        Procedure.Local declared = frame.procedure.locals().get(local);
        if (value < declared.min() || value > declared.max()) {
            throw new IllegalStateException(value + " does not fit in " + declared);
        }
        frame.locals[local] = value;
    }

    private void store(int slot, long value) {
        if (value < machine.slots().get(slot).min() || value > machine.slots().get(slot).max()) {
            throw new IllegalStateException(value + " does not fit in " + machine.slots().get(slot));
        }
        long before = slots[slot];
        slots[slot] = value;
        trail.ifPresent(one -> one.write(slot, before, value));
    }

    private void copy(int to, int from, int count) {
        long[] values = java.util.Arrays.copyOfRange(slots, from, from + count);
        for (int i = 0; i < count; i++) {
            store(to + i, values[i]);
        }
    }

    private int slot(Frame frame, Expression expression) {
        return Math.toIntExact(value(frame, expression));
    }

    private long value(Frame frame, Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> constant.value();
            case Expression.Local local -> frame.locals[local.number()];
            case Expression.Load load -> slots[slot(frame, load.slot())];
            case Expression.Lookup lookup ->
                machine.tables().get(lookup.table())[Math.toIntExact(value(frame, lookup.index()))];
            case Expression.Unary unary -> Arithmetic.apply(unary.operator(), value(frame, unary.operand()));
            case Expression.Binary binary -> binary(frame, binary);
            case Expression.Select select ->
                value(frame, select.condition()) != 0
                        ? value(frame, select.then())
                        : value(frame, select.otherwise());
            case Expression.Wrap wrap ->
                Arithmetic.wrap(value(frame, wrap.operand()), wrap.bits(), wrap.signed());
            case Expression.Checked checked -> checked(frame, checked);
            case Expression.ThisCpu _ -> thisCpu();
        };
    }

    private long thisCpu() {
        if (cpu < 0) {
            throw new IllegalStateException("no CPU executes this");
        }
        return cpu;
    }

    private long binary(Frame frame, Expression.Binary binary) {
        long left = value(frame, binary.left());
        boolean decided = binary.operator() == BinaryOperator.LOGICAL_AND && left == 0
                || binary.operator() == BinaryOperator.LOGICAL_OR && left != 0;
        return decided
                ? left == 0 ? 0 : 1
                : Arithmetic.apply(binary.operator(), left, value(frame, binary.right()));
    }

    private long checked(Frame frame, Expression.Checked checked) {
        long value = value(frame, checked.operand());
        if (value < checked.min() || value > checked.max()) {
            Fault fault = checked.fault();
            throw fail(frame, fault.claim(), fault.span(), fault.text());
        }
        return value;
    }

    private static Stopped fail(Frame frame, int claim, Span span, String text) {
        return Stopped.failed(new Failure(claim, span, text, frame.values()));
    }
}
