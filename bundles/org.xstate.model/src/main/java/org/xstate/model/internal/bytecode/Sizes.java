package org.xstate.model.internal.bytecode;

import java.util.List;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;

/** Upper bounds of how many bytes of bytecode something takes. HotSpot does not compile methods of more than 8000. */
final class Sizes {

    /** Most bytes of a method as estimated here. */
    static final int METHOD = 6500;

    /** Setting a local of the JVM to 0. */
    static final int CLEARED_LOCAL = 5;

    private static final int LOCAL = 6;
    private static final int CONSTANT = 4;
    private static final int LOAD = 34;
    private static final int STORE = 56;
    private static final int OPERATOR = 16;
    private static final int CHECK = 44;
    private static final int NODE = 24;
    private static final int CALL = 28;

    private Sizes() {
    }

    static int of(Expression expression) {
        return switch (expression) {
            case Expression.Constant _ -> CONSTANT;
            case Expression.Local _ -> LOCAL;
            case Expression.ThisCpu _ -> LOCAL;
            case Expression.Load(Expression slot) -> LOAD + of(slot);
            case Expression.Lookup(_, Expression index) -> LOCAL + of(index);
            case Expression.Unary(_, Expression operand) -> OPERATOR + of(operand);
            case Expression.Binary(_, Expression left, Expression right) -> OPERATOR + of(left) + of(right);
            case Expression.Select(Expression condition, Expression then, Expression otherwise) ->
                OPERATOR + of(condition) + of(then) + of(otherwise);
            case Expression.Wrap(Expression operand, _, _) -> OPERATOR + of(operand);
            case Expression.Checked(Expression operand, _, _, _) -> CHECK + of(operand);
        };
    }

    static int of(Instruction instruction) {
        return NODE + switch (instruction) {
            case Instruction.SetLocal(_, Expression value) -> LOCAL + of(value);
            case Instruction.Store(Expression slot, Expression value) -> STORE + of(slot) + of(value);
            case Instruction.CopySlots(Expression to, Expression from, _) -> CALL + of(to) + of(from);
            case Instruction.Choose _ -> CALL;
            case Instruction.Call(_, _, List<Expression> arguments) ->
                CALL + arguments.stream().mapToInt(Sizes::of).sum();
            case Instruction.Assume(Expression condition, _) -> OPERATOR + of(condition);
            case Instruction.Assert(Expression condition, _, _) -> OPERATOR + of(condition);
            case Instruction.Branch(Expression condition) -> OPERATOR + of(condition);
            case Instruction.Return(var value) -> value.map(Sizes::of).orElse(0);
            case Instruction.Cover _,Instruction.Interleave _,Instruction.Nothing _ -> 0;
        };
    }
}
