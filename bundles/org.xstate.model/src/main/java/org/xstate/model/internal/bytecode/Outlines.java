package org.xstate.model.internal.bytecode;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.link.Expression;

/** Parts of expressions that get methods of their own, because a quantifier over everything may be larger than a method. */
final class Outlines {

    private final Map<Expression, Outline> known = new IdentityHashMap<>();
    private final Deque<Outline> pending = new ArrayDeque<>();

    /**
     * @param locals the locals that the expression reads and that are not in the frame: the method's parameters
     * @param caller the method that it was taken out of
     */
    record Outline(String name, Expression expression, List<Integer> locals, MethodContext caller) {
    }

    Outline of(Expression expression, MethodContext caller) {
        return known.computeIfAbsent(expression, part -> {
            BitSet locals = new BitSet();
            collect(part, locals);
            locals.andNot(caller.placing().inFrame());
            Outline outline = new Outline("x" + known.size(), part, locals.stream().boxed().toList(), caller);
            pending.add(outline);
            return outline;
        });
    }

    /** One that has been asked for and not yet been made. */
    Optional<Outline> take() {
        return Optional.ofNullable(pending.poll());
    }

    private static void collect(Expression expression, BitSet locals) {
        if (expression instanceof Expression.Local(int number)) {
            locals.set(number);
        }
        children(expression).forEach(child -> collect(child, locals));
    }

    private static List<Expression> children(Expression expression) {
        return switch (expression) {
            case Expression.Constant _,Expression.Local _,Expression.ThisCpu _ -> List.of();
            case Expression.Load(Expression slot) -> List.of(slot);
            case Expression.Lookup(_, Expression index) -> List.of(index);
            case Expression.Unary(_, Expression operand) -> List.of(operand);
            case Expression.Binary(_, Expression left, Expression right) -> List.of(left, right);
            case Expression.Select(Expression condition, Expression then, Expression otherwise) ->
                List.of(condition, then, otherwise);
            case Expression.Wrap(Expression operand, _, _) -> List.of(operand);
            case Expression.Checked(Expression operand, _, _, _) -> List.of(operand);
        };
    }
}
