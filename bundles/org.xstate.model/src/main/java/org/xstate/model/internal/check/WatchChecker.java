package org.xstate.model.internal.check;

import java.util.List;
import java.util.Optional;

import org.xstate.model.WatchedExpression;
import org.xstate.model.ast.Expression;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Makes a function of an expression that stands in no file. */
final class WatchChecker {

    private final ProgramChecker program;

    WatchChecker(ProgramChecker program) {
        this.program = program;
    }

    /** The type of the value; empty if the expression has errors. */
    Optional<Type> check(Expression expression, List<Graph.LocalVariable> locals) {
        Span span = expression.span();
        Body body = new Body(WatchedExpression.FUNCTION, Type.VOID, span, true);
        body.graph.statement(span, "");
        program.scope.enter();
        for (Graph.LocalVariable variable : locals) {
            Place.Local local = body.graph.local(variable.name(), variable.type());
            body.graph.give(local);
            Symbol symbol = new Symbol.Variable(local, false, false, span);
            program.scope.declare(variable.name(), symbol);
            program.scope.touch(symbol);
        }
        Body before = program.expressions.enter(body);
        Typed typed = program.expressions.value(expression);
        program.expressions.enter(before);
        program.scope.leave();
        Optional<Value> value = typed.known() ? value(typed) : Optional.empty();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Place.Local result = body.graph.temporary(value.get().type());
        body.graph.add(new Step.Assign(result, value.get()));
        body.graph.giveBack(new Step.Return(Optional.of(new Value.Load(result))));
        Graph graph = Flow.finished(Flow.ended(body.graph.build(), span), false, body.name, span,
                program.diagnostics);
        program.unit.functions.add(new Program.Function(WatchedExpression.FUNCTION, value.get().type(),
                locals.size(), graph, span));
        return Optional.of(typed.type());
    }

    /** A struct is told by its address. */
    private Optional<Value> value(Typed typed) {
        boolean local = typed.place().filter(Place.Local.class::isInstance).isPresent();
        if (typed.type() instanceof Type.Struct && typed.place().isPresent() && !local) {
            return Optional
                    .of(new Value.Address(typed.place().get(), new Type.Pointer(typed.type())));
        }
        if (typed.type() instanceof Type.Array || typed.type() instanceof Type.Struct) {
            program.error("no-value", typed.span(),
                    "'" + typed.type().text() + "' has no value by itself; name an element or a member");
            return Optional.empty();
        }
        return Optional.of(typed.value());
    }
}
