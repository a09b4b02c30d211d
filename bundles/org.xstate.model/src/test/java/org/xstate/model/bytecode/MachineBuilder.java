package org.xstate.model.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Expression;
import org.xstate.model.link.Expression.BinaryOperator;
import org.xstate.model.link.Fault;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Process;
import org.xstate.model.link.Slot;
import org.xstate.model.link.Visibility;
import org.xstate.model.type.Type;

/** Machines made by hand, node after node. */
final class MachineBuilder {

    static final Span SPAN = new Span("made-by-hand", 1, 1, 1);

    private final List<Slot> slots = new ArrayList<>();
    private final List<Procedure> procedures = new ArrayList<>();
    private final List<Machine.RuleEntry> rules = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();
    private final List<Machine.Claim> claims = new ArrayList<>();
    private final List<long[]> tables = new ArrayList<>();
    private final List<Integer> setups = new ArrayList<>();
    private Optional<Integer> current = Optional.empty();
    private int cpus = 1;

    static Expression constant(long value) {
        return new Expression.Constant(value);
    }

    static Expression local(int number) {
        return new Expression.Local(number);
    }

    static Expression load(Expression slot) {
        return new Expression.Load(slot);
    }

    static Expression load(int slot) {
        return load(constant(slot));
    }

    static Expression binary(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(operator, left, right);
    }

    static Expression add(Expression left, Expression right) {
        return binary(BinaryOperator.ADD, left, right);
    }

    static Expression equal(Expression left, Expression right) {
        return binary(BinaryOperator.EQUAL, left, right);
    }

    static Expression checked(Expression operand, long min, long max, int claim) {
        return new Expression.Checked(operand, min, max, new Fault(claim, SPAN, "outside"));
    }

    static Instruction store(int slot, Expression value) {
        return new Instruction.Store(constant(slot), value);
    }

    static Instruction assume(Expression condition) {
        return new Instruction.Assume(condition, false);
    }

    static Instruction choose(int local, long low, long high) {
        return new Instruction.Choose(local, low, high);
    }

    static Instruction returns() {
        return new Instruction.Return(Optional.empty());
    }

    static Instruction returns(Expression value) {
        return new Instruction.Return(Optional.of(value));
    }

    static Procedure.Node node(Instruction instruction, Visibility visibility, int... next) {
        BitSet live = new BitSet();
        live.set(0, 16);
        return new Procedure.Node(SPAN, "", List.of(), instruction, Arrays.stream(next).boxed().toList(),
                visibility,
                false, live);
    }

    static Procedure.Node node(Instruction instruction, int... next) {
        return node(instruction, Visibility.NONE, next);
    }

    int slot(long min, long max, long initial) {
        slots.add(new Slot("s" + slots.size(), Type.INT, min, max, initial, Slot.Kind.SHARED,
                OptionalInt.empty(),
                false));
        return slots.size() - 1;
    }

    int table(long... words) {
        tables.add(words);
        return tables.size() - 1;
    }

    /** A procedure whose locals have the given greatest values, and the least value 0. */
    int procedure(int parameters, long[] locals, Procedure.Node... nodes) {
        List<Procedure.Local> declared = new ArrayList<>();
        for (long max : locals) {
            declared.add(new Procedure.Local("l" + declared.size(), Type.INT, 0, max));
        }
        procedures.add(new Procedure("p" + procedures.size(), parameters, declared, List.of(nodes)));
        return procedures.size() - 1;
    }

    /** A procedure whose nodes follow each other. */
    int straight(int parameters, long[] locals, Instruction... instructions) {
        Procedure.Node[] nodes = new Procedure.Node[instructions.length];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = i + 1 < nodes.length ? node(instructions[i], i + 1) : node(instructions[i]);
        }
        return procedure(parameters, locals, nodes);
    }

    MachineBuilder rule(int procedure) {
        rules.add(new Machine.RuleEntry("r" + rules.size(), procedure, SPAN));
        return this;
    }

    MachineBuilder setup(int procedure) {
        setups.add(procedure);
        return this;
    }

    int claim(Optional<Integer> predicate) {
        claims.add(new Machine.Claim("c" + claims.size(), "", predicate, Optional.empty()));
        return claims.size() - 1;
    }

    MachineBuilder cpus(int number, int currentTask) {
        cpus = number;
        current = Optional.of(currentTask);
        return this;
    }

    /** A process whose location has a slot of its own; locals as given. */
    int process(Process.Kind kind, int instance, int level, int body, Optional<Integer> guard,
            Integer... locals) {
        int nodes = procedures.get(body).nodes().size();
        int location = slot(Process.ENDED, nodes - 1, kind == Process.Kind.TASK ? 0 : Process.IDLE);
        processes.add(new Process("q" + processes.size(), kind, instance, level, body, guard, location,
                List.of(locals)));
        return location;
    }

    Machine build() {
        return new Machine(cpus, slots, tables, procedures, rules, processes, setups, claims, List.of(),
                current);
    }
}
