package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/** Which locals of a procedure are read from a node on before they are written. */
final class Liveness {

    private final List<BitSet> live = new ArrayList<>();

    Liveness(Procedure procedure) {
        List<Procedure.Node> nodes = procedure.nodes();
        nodes.forEach(_ -> live.add(new BitSet()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int number = nodes.size() - 1; number >= 0; number--) {
                BitSet now = before(nodes.get(number));
                if (!now.equals(live.get(number))) {
                    live.set(number, now);
                    changed = true;
                }
            }
        }
    }

    BitSet at(int node) {
        return live.get(node);
    }

    private BitSet before(Procedure.Node node) {
        BitSet now = new BitSet();
        if (!(node.instruction() instanceof Instruction.Return)) {
            node.next().forEach(next -> now.or(live.get(next)));
        }
        switch (node.instruction()) {
            case Instruction.SetLocal(int local, Expression value) -> {
                now.clear(local);
                reads(value, now::set);
            }
            case Instruction.Store(Expression slot, Expression value) -> {
                reads(slot, now::set);
                reads(value, now::set);
            }
            case Instruction.CopySlots(Expression to, Expression from, _) -> {
                reads(to, now::set);
                reads(from, now::set);
            }
            case Instruction.Choose(int local, _, _) -> now.clear(local);
            case Instruction.Call(var result, _, List<Expression> arguments) -> {
                result.ifPresent(now::clear);
                arguments.forEach(argument -> reads(argument, now::set));
            }
            case Instruction.Assume(Expression condition, _) -> reads(condition, now::set);
            case Instruction.Assert(Expression condition, _, _) -> reads(condition, now::set);
            case Instruction.Branch(Expression condition) -> reads(condition, now::set);
            case Instruction.Return(Optional<Expression> value) ->
                value.ifPresent(read -> reads(read, now::set));
            case Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> {
            }
        }
        return now;
    }

    /** Tells the locals that an expression reads. */
    static void reads(Expression expression, IntConsumer local) {
        switch (expression) {
            case Expression.Local(int number) -> local.accept(number);
            case Expression.Constant _,Expression.ThisCpu _ -> {
            }
            case Expression.Load(Expression slot) -> reads(slot, local);
            case Expression.Lookup(_, Expression index) -> reads(index, local);
            case Expression.Unary(_, Expression operand) -> reads(operand, local);
            case Expression.Binary(_, Expression left, Expression right) -> {
                reads(left, local);
                reads(right, local);
            }
            case Expression.Select(Expression condition, Expression then, Expression otherwise) -> {
                reads(condition, local);
                reads(then, local);
                reads(otherwise, local);
            }
            case Expression.Wrap(Expression operand, _, _) -> reads(operand, local);
            case Expression.Checked(Expression operand, _, _, _) -> reads(operand, local);
        }
    }
}
