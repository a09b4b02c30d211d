package org.xstate.model.internal.check;

import java.util.Optional;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Expression;
import org.xstate.model.internal.check.GraphBuilder.Target;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Operators that may leave an operand unevaluated: values while that makes no difference, paths as soon as it does. */
final class Branching {

    private final ExpressionChecker checker;

    Branching(ExpressionChecker checker) {
        this.checker = checker;
    }

    Typed logical(Expression.Binary binary) {
        boolean and = binary.operator() == BinaryOperator.LOGICAL_AND;
        Value left = checker.condition(binary.left());
        GraphBuilder graph = checker.body().graph;
        GraphBuilder.Mark mark = graph.mark();
        int size = graph.size();
        if (left instanceof Value.Constant constant) {
            Value right = checker.condition(binary.right());
            boolean decided = constant.bits() == (and ? 0 : 1);
            if (decided) {
                graph.rewind(mark);
            }
            return Typed.of(decided ? left : right, binary.span());
        }
        Target more = new Target();
        Target enough = new Target();
        Target done = new Target();
        graph.branch(left, and ? more : enough, and ? enough : more);
        graph.place(more);
        Value right = checker.condition(binary.right());
        if (graph.size() == size + 1) {
            graph.truncate(size);
            return Typed.of(new Value.Binary(binary.operator(), left, right, Type.BOOL), binary.span());
        }
        Place.Local result = graph.temporary(Type.BOOL);
        graph.add(new Step.Assign(result, right));
        graph.jump(done);
        graph.place(enough);
        graph.add(new Step.Assign(result, new Value.Constant(and ? 0 : 1, Type.BOOL)));
        graph.place(done);
        return Typed.of(new Value.Load(result), binary.span());
    }

    Typed choice(Expression.Conditional choice) {
        Value condition = checker.condition(choice.condition());
        return condition instanceof Value.Constant constant
                ? decided(choice, constant.bits() != 0)
                : open(choice, condition);
    }

    /** Both operands are checked; the one that is taken is kept. */
    private Typed decided(Expression.Conditional choice, boolean first) {
        GraphBuilder graph = checker.body().graph;
        GraphBuilder.Mark start = graph.mark();
        Typed then = checker.value(choice.then());
        if (!first) {
            graph.rewind(start);
        }
        GraphBuilder.Mark middle = graph.mark();
        Typed otherwise = checker.value(choice.otherwise());
        if (first) {
            graph.rewind(middle);
        }
        return checker.operators().joined(then, otherwise, choice.span())
                .map(type -> Typed.of(fitted(first ? then : otherwise, type), choice.span()))
                .orElse(Typed.unknown(choice.span()));
    }

    private Typed open(Expression.Conditional choice, Value condition) {
        GraphBuilder graph = checker.body().graph;
        Target first = new Target();
        Target second = new Target();
        Target done = new Target();
        int start = graph.size();
        graph.branch(condition, first, second);
        graph.place(first);
        Typed then = checker.value(choice.then());
        int assignment = graph.size();
        graph.add(new Step.Nothing());
        graph.jump(done);
        graph.place(second);
        int other = graph.size();
        Typed otherwise = checker.value(choice.otherwise());
        Optional<Type> joined = checker.operators().joined(then, otherwise, choice.span());
        if (joined.isEmpty()) {
            graph.place(done);
            return Typed.unknown(choice.span());
        }
        Type type = joined.get();
        if (assignment == start + 1 && graph.size() == other) {
            graph.truncate(start);
            return Typed.of(new Value.Select(condition, fitted(then, type), fitted(otherwise, type), type),
                    choice.span());
        }
        Place.Local result = graph.temporary(type);
        graph.replace(assignment, new Step.Assign(result, fitted(then, type)));
        graph.add(new Step.Assign(result, fitted(otherwise, type)));
        graph.place(done);
        return Typed.of(new Value.Load(result), choice.span());
    }

    private Value fitted(Typed typed, Type type) {
        return typed.isNull() ? new Value.Constant(0, type) : Conversions.converted(typed.value(), type);
    }
}
