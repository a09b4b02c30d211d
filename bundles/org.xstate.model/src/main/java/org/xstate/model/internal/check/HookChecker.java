package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.ast.BinaryOperator;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Statement;
import org.xstate.model.ast.TypeSyntax;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Nearest;
import org.xstate.model.type.Type;

/**
 * Hooks, and what hangs on them. A hook is a function whose body is written last, when all its parts are known: it calls them
 * in the order of the text. So nothing behind the front end knows of hooks.
 */
final class HookChecker {

    /** What a hook may give, and how the results of its parts become one; without parts it is the neutral value. */
    private static final Map<Type, BinaryOperator> RESULTS = Map.of(Type.BOOL, BinaryOperator.LOGICAL_OR,
            Type.Int.unsigned("u64", 64), BinaryOperator.OR);

    private final ProgramChecker program;
    private final SurfaceArguments arguments;
    private final Optional<String> scenario;
    private final Map<String, Hook> hooks = new LinkedHashMap<>();
    private final Map<String, Span> parts = new HashMap<>();

    /** @param called the functions that are its parts, each with its place */
    private record Hook(Declaration.Function function, Symbol.Function symbol, List<Expression.Name> called) {
    }

    /** @param scenario the one that the program is made for */
    HookChecker(ProgramChecker program, SurfaceArguments arguments, Optional<String> scenario) {
        this.program = program;
        this.arguments = arguments;
        this.scenario = scenario;
    }

    /** {@code hook(type, name)(parameters);} */
    void hook(Declaration.Surface surface) {
        if (!arguments.counted(surface, 2, 2)) {
            return;
        }
        Optional<TypeSyntax> result = arguments.syntax(surface.arguments().getFirst());
        Optional<Expression.Name> name = arguments.named(surface.arguments().getLast());
        if (result.isEmpty() || name.isEmpty()) {
            return;
        }
        Declaration.Function function = function(surface, name.get().name(), result.get(), name.get().span());
        Symbol.Function announced = program.signature(function);
        Symbol.Function symbol = new Symbol.Function(announced.name(), announced.result(),
                announced.parameters(),
                true, announced.span());
        if (!(symbol.result() instanceof Type.Void) && !RESULTS.containsKey(symbol.result())) {
            program.error("bad-hook", result.get().span(),
                    "a hook gives void, bool or u64, not '" + symbol.result().text() + "'");
        } else if (program.scope.declare(symbol.name(), symbol)) {
            hooks.put(symbol.name(), new Hook(function, symbol, new ArrayList<>()));
        }
    }

    /**
     * {@code on(type, name, who)(parameters) { ... }}
     *
     * @param owner the scenario that it belongs to: what hangs on a hook in another one is left out unseen
     */
    void part(Declaration.Surface surface, Optional<String> owner) {
        if (!arguments.counted(surface, 3, 3)) {
            return;
        }
        Optional<TypeSyntax> result = arguments.syntax(surface.arguments().getFirst());
        Optional<Expression.Name> name = arguments.named(surface.arguments().get(1));
        Optional<Expression.Name> who = arguments.named(surface.arguments().getLast());
        if (result.isEmpty() || name.isEmpty() || who.isEmpty()) {
            return;
        }
        Hook hook = hooks.get(name.get().name());
        if (hook == null) {
            missing(name.get());
        } else if (fresh(hook, who.get(), owner)) {
            if (owner.isPresent() && !owner.equals(scenario)) {
                program.unit.leavesOut = true;
                return;
            }
            add(hook, function(surface, hook.symbol.name() + "__" + who.get().name(), result.get(),
                    surface.span()));
        }
    }

    private void add(Hook hook, Declaration.Function function) {
        Symbol.Function symbol = program.signature(function);
        if (!symbol.result().equals(hook.symbol.result())
                || !symbol.parameters().equals(hook.symbol.parameters())) {
            program.diagnostics.add(Diagnostic.error("hook-differs", function.span(),
                    "this takes or gives something else than hook '" + hook.symbol.name() + "'")
                    .note("the hook is at " + hook.symbol.span().place()));
        } else if (program.scope.declare(symbol.name(), symbol)) {
            program.define(function, symbol);
            hook.called.add(new Expression.Name(symbol.name(), function.span()));
        }
    }

    private static Declaration.Function function(Declaration.Surface surface, String name, TypeSyntax result,
            Span span) {
        return new Declaration.Function(name, result, surface.parameters().orElseThrow().all(), Set.of(),
                surface.body(), span);
    }

    private boolean fresh(Hook hook, Expression.Name who, Optional<String> owner) {
        String key = hook.symbol.name() + " " + who.name();
        Span before = parts.get(key);
        if (before == null) {
            before = parts.putIfAbsent(key + owner.map(one -> " of " + one).orElse(""), who.span());
        }
        if (before != null) {
            program.diagnostics.add(Diagnostic.error("redeclared", who.span(),
                    "'" + who.name() + "' has a part of hook '" + hook.symbol.name() + "' already")
                    .note("it is at " + before.place()));
        }
        return before == null;
    }

    private void missing(Expression.Name name) {
        Diagnostic diagnostic = Diagnostic.error("no-such-hook", name.span(),
                "no such hook '" + name.name() + "'");
        program.diagnostics.add(Nearest.to(name.name(), hooks.keySet()).map(near -> diagnostic
                .suggest("did you mean '" + near + "' (" + where(hooks.get(near)) + ")?"))
                .orElse(diagnostic));
    }

    private static String where(Hook hook) {
        return hook.symbol.span().file() + ":" + hook.symbol.span().line();
    }

    /** Gives the hooks their bodies; after this there can be no more parts. */
    void define() {
        hooks.values().forEach(hook -> {
            Declaration.Function function = hook.function;
            program.define(new Declaration.Function(function.name(), function.result(), function.parameters(),
                    Set.of(), Optional.of(new Statement.Block(body(hook), function.span())), function.span()),
                    hook.symbol);
        });
    }

    private static List<Statement> body(Hook hook) {
        List<Expression> arguments = hook.function.parameters().stream()
                .<Expression>map(one -> new Expression.Name(one.name(), hook.function.span())).toList();
        List<Expression> calls = hook.called.stream()
                .<Expression>map(one -> new Expression.Call(one.name(), arguments, one.span())).toList();
        if (hook.symbol.result() instanceof Type.Void) {
            return calls.stream().<Statement>map(call -> new Statement.Evaluate(call, call.span())).toList();
        }
        BinaryOperator operator = RESULTS.get(hook.symbol.result());
        Span span = hook.function.span();
        Expression nothing = operator.isLogical()
                ? new Expression.Name("false", span)
                : new Expression.Number(BigInteger.ZERO, "0", span);
        Expression all = calls.stream()
                .reduce((left, right) -> new Expression.Binary(operator, left, right, right.span()))
                .orElse(nothing);
        return List.of(new Statement.Return(Optional.of(all), span));
    }
}
