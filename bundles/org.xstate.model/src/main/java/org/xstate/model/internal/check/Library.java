package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** Accesses to memory that are calls of functions of the model's library: parts of components, copies of bytes. */
final class Library {

    private static final Type.Pointer ANYTHING = new Type.Pointer(Type.VOID);

    private final Scope scope;
    private final Diagnostics diagnostics;
    private final ExpressionChecker expressions;

    Library(Scope scope, Diagnostics diagnostics, ExpressionChecker expressions) {
        this.scope = scope;
        this.diagnostics = diagnostics;
        this.expressions = expressions;
    }

    /** Whether a place is a part of a component in a buffer. */
    boolean isPart(Place place) {
        return place instanceof Place.Field(Place.Target(Value _, Type.Struct struct), String _, Type _)
                && scope.components.containsKey(struct.name());
    }

    Typed read(Place place, Span span) {
        Place.Field part = (Place.Field) place;
        return call("read_part", where(part, span), "reading '" + part.member() + "' through a pointer",
                span);
    }

    void write(Place place, Value value, Span span) {
        Place.Field part = (Place.Field) place;
        List<Typed> arguments = new ArrayList<>(where(part, span));
        arguments.add(Typed.of(value, span));
        call("write_part", arguments, "writing '" + part.member() + "' through a pointer", span);
    }

    private List<Typed> where(Place.Field part, Span span) {
        Place.Target target = (Place.Target) part.struct();
        String struct = ((Type.Struct) target.type()).name();
        int number = scope.structs.get(struct).members().stream().map(one -> one.name()).toList()
                .indexOf(part.member());
        return List.of(Typed.of(new Value.Convert(target.pointer(), ANYTHING), span),
                Typed.of(scope.components.get(struct), span),
                Typed.of(new Value.Constant(number, Type.INT), span));
    }

    /** The bytes of a component, which depend on the machine. */
    Typed size(Type.Struct struct, Span span) {
        return call("xstate_size", List.of(Typed.of(scope.components.get(struct.name()), span)),
                "'sizeof(" + struct.text() + ")'", span);
    }

    /** @param what for the message if there is no such function */
    Typed call(String name, List<Typed> arguments, String what, Span span) {
        Symbol symbol = scope.find(name).orElse(null);
        if (!(symbol instanceof Symbol.Function function)
                || function.parameters().size() != arguments.size()) {
            diagnostics.add(Diagnostic.error("no-such-function", span, what + " needs a function '" + name
                    + "' of " + arguments.size() + " argument" + (arguments.size() == 1 ? "" : "s")));
            return Typed.unknown(span);
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            values.add(expressions.conversions().assigned(arguments.get(i), function.parameters().get(i)));
        }
        return emit(function, values, span);
    }

    /** A node that calls a function with arguments that fit. */
    Typed emit(Symbol.Function function, List<Value> arguments, Span span) {
        GraphBuilder graph = expressions.body().graph;
        boolean marked = expressions.body().isSplit() && CallChecker.isAtomic(function.name());
        boolean nothing = function.result() instanceof Type.Void;
        Optional<Place> result = nothing ? Optional.empty() : Optional.of(graph.temporary(function.result()));
        if (marked) {
            graph.add(new Step.AtomicBegin());
        }
        graph.add(new Step.Call(result, function.name(), arguments));
        if (marked) {
            graph.add(new Step.AtomicEnd());
        }
        return Typed.of(result.<Value>map(Value.Load::new).orElse(new Value.Constant(0, Type.VOID)), span);
    }
}
