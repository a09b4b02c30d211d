package org.xstate.model.internal.symmetry;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.xstate.model.internal.bytecode.Ranges;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Slot;
import org.xstate.model.type.Type;

/**
 * Looks for accesses to variables of a CPU that do not go by way of a CPU, but by a pointer. The language gives CPUs
 * no order and no arithmetic, and lets only setups name one, so that all else treats CPUs alike.
 */
final class CpuUses {

    private final Machine machine;
    private final Procedure procedure;
    private final Ranges ranges;
    private Optional<String> found = Optional.empty();

    private CpuUses(Machine machine, Procedure procedure) {
        this.machine = machine;
        this.procedure = procedure;
        ranges = new Ranges(machine, procedure);
    }

    /** Something that is done to the variables of one CPU and not of others, in a sentence. */
    static Optional<String> obstacle(Machine machine, BitSet procedures) {
        for (int number = procedures.nextSetBit(0); number >= 0; number = procedures.nextSetBit(number + 1)) {
            CpuUses uses = new CpuUses(machine, machine.procedures().get(number));
            uses.procedure.nodes().forEach(node -> uses.look(node.instruction()));
            if (uses.found.isPresent()) {
                return uses.found;
            }
        }
        return Optional.empty();
    }

    /** Procedures that are executed after the setups. Those may name CPUs: where a run starts says not where it may go. */
    static BitSet procedures(Machine machine) {
        BitSet procedures = new BitSet();
        machine.rules().forEach(rule -> mark(machine, rule.procedure(), procedures));
        machine.claims().forEach(claim -> claim.predicate().ifPresent(one -> mark(machine, one, procedures)));
        machine.processes().forEach(process -> {
            mark(machine, process.body(), procedures);
            process.guard().ifPresent(guard -> mark(machine, guard, procedures));
        });
        return procedures;
    }

    private static void mark(Machine machine, int procedure, BitSet marked) {
        if (!marked.get(procedure)) {
            marked.set(procedure);
            for (Procedure.Node node : machine.procedures().get(procedure).nodes()) {
                if (node.instruction() instanceof Instruction.Call call) {
                    mark(machine, call.procedure(), marked);
                }
            }
        }
    }

    private void look(Instruction instruction) {
        switch (instruction) {
            case Instruction.SetLocal(_, Expression value) -> look(value);
            case Instruction.Store(Expression slot, Expression value) -> {
                slot(slot);
                look(value);
            }
            case Instruction.CopySlots(Expression to, Expression from, _) -> {
                slot(to);
                slot(from);
            }
            case Instruction.Call(_, _, List<Expression> arguments) -> arguments.forEach(this::look);
            case Instruction.Assume(Expression condition, _) -> look(condition);
            case Instruction.Assert(Expression condition, _, _) -> look(condition);
            case Instruction.Branch(Expression condition) -> look(condition);
            case Instruction.Return(Optional<Expression> value) -> value.ifPresent(this::look);
            case Instruction.Choose _,Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> {
            }
        }
    }

    private void look(Expression expression) {
        switch (expression) {
            case Expression.Constant _,Expression.Local _,Expression.ThisCpu _ -> {
            }
            case Expression.Load(Expression slot) -> slot(slot);
            case Expression.Lookup(_, Expression index) -> look(index);
            case Expression.Unary(_, Expression operand) -> look(operand);
            case Expression.Binary(_, Expression left, Expression right) -> {
                look(left);
                look(right);
            }
            case Expression.Select(Expression condition, Expression then, Expression otherwise) -> {
                look(condition);
                look(then);
                look(otherwise);
            }
            case Expression.Wrap(Expression operand, _, _) -> look(operand);
            case Expression.Checked(Expression operand, _, _, _) -> look(operand);
        }
    }

    private void slot(Expression slot) {
        look(slot);
        // a constant: an expression over all CPUs has been written out, one after the other
        if (slot instanceof Expression.Constant || goesByCpu(slot)) {
            return;
        }
        possible(slot).stream().mapToObj(machine.slots()::get).filter(one -> one.kind() == Slot.Kind.CPU)
                .findFirst()
                .ifPresent(one -> found = found.or(() -> Optional.of(procedure.name() + " may reach "
                        + one.name() + " without naming a CPU")));
    }

    /** Whether a CPU is multiplied or added to reach the slot. */
    private boolean goesByCpu(Expression slot) {
        return switch (slot) {
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) ->
                (operator == BinaryOperator.ADD || operator == BinaryOperator.MULTIPLY)
                        && (goesByCpu(left) || goesByCpu(right));
            case Expression.Lookup(_, Expression index) -> isCpu(index);
            default -> isCpu(slot);
        };
    }

    private boolean isCpu(Expression expression) {
        return switch (expression) {
            case Expression.ThisCpu _ -> true;
            case Expression.Local(int number) -> procedure.locals().get(number).type() instanceof Type.Cpu;
            case Expression.Checked(Expression operand, _, _, _) -> isCpu(operand);
            case Expression.Load(Expression slot) -> possible(slot).stream()
                    .allMatch(one -> machine.slots().get(one).type() instanceof Type.Cpu);
            default -> false;
        };
    }

    /**
     * Slots that stand for all that an expression can mean: every object of a pointer's table, else one element. That every
     * index is inside is certain already, so that all elements belong to one variable.
     */
    private BitSet possible(Expression slot) {
        BitSet slots = new BitSet();
        if (slot instanceof Expression.Lookup(int table, _)) {
            addAll(slots, machine.tables().get(table), 0);
        } else if (slot instanceof Expression.Binary(BinaryOperator operator, Expression base, Expression.Constant(long offset))
                && operator == BinaryOperator.ADD
                && base instanceof Expression.Lookup(int table, _)) {
            addAll(slots, machine.tables().get(table), offset);
        } else {
            add(slots, sample(slot));
        }
        return slots;
    }

    /** A value that the expression may have. */
    private long sample(Expression expression) {
        return switch (expression) {
            case Expression.Constant(long value) -> value;
            case Expression.Local(int number) -> {
                Procedure.Local local = procedure.locals().get(number);
                yield least(local.type(), local.min(), local.max());
            }
            case Expression.Load(Expression slot) -> {
                Slot loaded = machine.slots().get((int) sample(slot));
                yield least(loaded.type(), loaded.min(), loaded.max());
            }
            case Expression.Lookup(int table, Expression index) ->
                machine.tables().get(table)[(int) sample(index)];
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.ADD ->
                sample(left) + sample(right);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.SUBTRACT ->
                sample(left) - sample(right);
            case Expression.Binary(BinaryOperator operator, Expression left, Expression right) when operator == BinaryOperator.MULTIPLY ->
                sample(left) * sample(right);
            case Expression.Checked(Expression operand, long min, long max, _) ->
                Math.clamp(sample(operand), min, max);
            case Expression.ThisCpu _ -> 0;
            default -> Math.max(0, ranges.of(expression).low());
        };
    }

    /** The first object of a pointer, the first index of an array. */
    private static long least(Type type, long min, long max) {
        return Math.clamp(type instanceof Type.Pointer ? 1 : 0, min, max);
    }

    private void addAll(BitSet slots, long[] words, long offset) {
        for (long word : words) {
            add(slots, word + offset);
        }
    }

    private void add(BitSet slots, long number) {
        if (number >= 0 && number < machine.slots().size()) {
            slots.set((int) number);
        }
    }
}
