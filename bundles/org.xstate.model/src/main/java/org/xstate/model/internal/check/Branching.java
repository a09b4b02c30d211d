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
        int size = graph.size();
        if (left instanceof Value.Constant constant) {
            Value right = checker.condition(binary.right());
            boolean decided = constant.bits() == (and ? 0 : 1);
            if (decided) {
                graph.truncate(size);
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
        GraphBuilder graph = checker.body().graph;
        int size = graph.size();
        Target first = new Target();
        Target second = new Target();
        Target done = new Target();
        graph.branch(condition, first, second);
        graph.place(first);
        Typed then = checker.value(choice.then());
        int middle = graph.size();
        if (!(condition instanceof Value.Constant) && middle == size + 1) {
            Typed other = checker.value(choice.otherwise());
            Optional<Type> type = checker.operators().joined(then, other, choice.span());
            if (type.isEmpty()) {
                return Typed.unknown(choice.span());
            }
            if (graph.size() == size + 1) {
                graph.truncate(size);
                return Typed
                        .of(new Value.Select(condition, fitted(then, type.get()), fitted(other, type.get()),
                                type.get()), choice.span());
            }
            graph.truncate(middle);
        }
        return branches(choice, condition, then, new Target[]{second, done}, size);
    }

    /** Both operands as paths of their own; of a constant condition, only the one that is taken. */
    private Typed branches(Expression.Conditional choice, Value condition, Typed then, Target[] targets,
            int size) {
        GraphBuilder graph = checker.body().graph;
        if (condition instanceof Value.Constant constant) {
            graph.truncate(size);
            Typed first = checker.value(choice.then());
            int kept = graph.size();
            if (constant.bits() == 0) {
                graph.truncate(size);
                Typed other = checker.value(choice.otherwise());
                return checker.operators().joined(first, other, choice.span())
                        .map(type -> Typed.of(fitted(other, type),
                                choice.span()))
                        .orElse(Typed.unknown(choice.span()));
            }
            Typed other = checker.value(choice.otherwise());
            graph.truncate(kept);
            return checker.operators().joined(first, other, choice.span())
                    .map(type -> Typed.of(fitted(first, type), choice.span()))
                    .orElse(Typed.unknown(choice.span()));
        }
        Place.Local result = graph.temporary(Type.INT);
        int assignment = graph.size();
        graph.add(new Step.Nothing());
        graph.jump(targets[1]);
        graph.place(targets[0]);
        Typed other = checker.value(choice.otherwise());
        Optional<Type> type = checker.operators().joined(then, other, choice.span());
        if (type.isEmpty()) {
            graph.place(targets[1]);
            return Typed.unknown(choice.span());
        }
        Place.Local place = graph.retype(result, type.get());
        graph.replace(assignment, new Step.Assign(place, fitted(then, type.get())));
        graph.add(new Step.Assign(place, fitted(other, type.get())));
        graph.place(targets[1]);
        return Typed.of(new Value.Load(place), choice.span());
    }

    private Value fitted(Typed typed, Type type) {
        return typed.isNull() ? new Value.Constant(0, type) : Conversions.converted(typed.value(), type);
    }
}
