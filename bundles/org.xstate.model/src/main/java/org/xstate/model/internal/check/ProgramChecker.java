package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Declaration.Storage;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.parse.Loader;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** Checks the declarations of a program from first to last and makes its intermediate form. */
final class ProgramChecker {

    final Scope scope;
    final Diagnostics diagnostics;
    final ExpressionChecker expressions;
    final Unit unit = new Unit();
    private final Map<String, SourceUnit> waiting = new HashMap<>();
    private final Initials initials;
    private final SurfaceChecker surface;

    ProgramChecker(Diagnostics diagnostics, Settings settings) {
        this.scope = new Scope(diagnostics);
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionChecker(scope, diagnostics, settings);
        this.initials = new Initials(scope, diagnostics, expressions);
        this.surface = new SurfaceChecker(this, settings);
    }

    Program check(List<SourceUnit> units, Optional<String> scenario) {
        units.forEach(one -> waiting.put(one.file(), one));
        unit(units.getLast());
        surface.knobsThatAreNot(units.getLast().file());
        calls();
        unusedFunctions(units.getLast());
        return new Program(new ArrayList<>(scope.structs.values()), unit.globals, unit.perCpu, unit.pools,
                unit.tokens,
                unit.functions, unit.tasks, rules(), properties(), unit.knobs, unit.scenarios, scenario);
    }

    /** What a file includes comes where it includes it, the first time. */
    private void unit(SourceUnit one) {
        waiting.remove(one.file());
        for (Declaration declaration : one.declarations()) {
            if (declaration instanceof Declaration.Include include) {
                Loader.places(one.file(), include.file()).stream().map(waiting::get).filter(Objects::nonNull)
                        .findFirst().ifPresent(this::unit);
            } else {
                declaration(declaration);
            }
        }
    }

    private void declaration(Declaration declaration) {
        switch (declaration) {
            case Declaration.Include _ -> throw new IllegalStateException("an include is a unit");
            case Declaration.Define define -> define(define);
            case Declaration.Typedef typedef -> typedef(typedef);
            case Declaration.Tag tag -> expressions.types().resolve(tag.type());
            case Declaration.Global global -> global(global.variable());
            case Declaration.Function function -> function(function);
            case Declaration.Surface one -> surface.check(one);
        }
    }

    private void define(Declaration.Define define) {
        boolean loose = define.value() instanceof org.xstate.model.ast.Expression.Binary
                || define.value() instanceof org.xstate.model.ast.Expression.Conditional;
        if (loose && !define.parenthesised()) {
            diagnostics.add(Diagnostic.error("needs-parentheses", define.value().span(),
                    "the value of a #define needs parentheses").note(
                            "to C it is text: an operator beside the name would reach into it"));
        }
        Body before = expressions.enter(new Body("", Type.VOID, define.span(), true));
        Typed typed = expressions.value(define.value());
        expressions.enter(before);
        boolean constant = typed.value() instanceof org.xstate.model.ir.Value.Constant
                || typed.value() instanceof org.xstate.model.ir.Value.TokenName;
        if (typed.known() && !constant) {
            error("not-constant", define.value().span(), "expected a constant");
        }
        scope.declare(define.name(), typed.known() && constant
                ? new Symbol.Constant(typed.value(), define.span())
                : new Symbol.Unknown(define.span()));
    }

    private void typedef(Declaration.Typedef typedef) {
        Type type = expressions.types().resolve(typedef.type(), typedef.name());
        Type old = scope.typedefs.putIfAbsent(typedef.name(), type);
        if (old != null || Loader.BUILT_IN_TYPES.contains(typedef.name())) {
            error("redeclared", typedef.span(), "'" + typedef.name() + "' is declared twice");
        }
    }

    private void global(Declaration.Variable variable) {
        Type type = expressions.types().complete(variable.type());
        boolean ghost = variable.storage().contains(Storage.GHOST);
        boolean constant = variable.storage().contains(Storage.CONST);
        if (ghost || constant) {
            scope.unshared.add(variable.name());
        }
        List<Long> initial = initials.of(type, variable.initializer(), variable.span());
        boolean declared = scope.declare(variable.name(), new Symbol.Variable(
                new Place.Global(variable.name(), type), constant, !ghost && !constant, variable.span()));
        if (declared) {
            unit.globals.add(
                    new Program.Variable(variable.name(), type, ghost, constant, initial, variable.span()));
        }
    }

    private void function(Declaration.Function function) {
        Type result = expressions.types().resolve(function.result());
        List<Type> parameters = function.parameters().stream()
                .map(one -> expressions.types().complete(one.type()))
                .toList();
        if (result instanceof Type.Array || parameters.stream().anyMatch(Type.Array.class::isInstance)) {
            error("bad-parameter", function.span(), "arrays are passed by the pointer to what holds them");
        }
        boolean declared = scope.declare(function.name(),
                new Symbol.Function(function.name(), result, parameters,
                        function.body().isPresent(), function.span()));
        if (!declared || function.body().isEmpty()) {
            return;
        }
        unit.declared.put(function.name(), function);
        boolean step = function.name().startsWith("__VERIFIER_atomic_");
        Graph split = body(function, result, parameters, step);
        unit.functions.add(
                new Program.Function(function.name(), result, parameters.size(), split, function.span()));
        unit.atomic.put(function.name(), step ? split : body(function, result, parameters, true));
    }

    private Graph body(Declaration.Function function, Type result, List<Type> parameters, boolean atomic) {
        Body body = new Body(function.name(), result, function.span(), atomic);
        scope.enter();
        for (int i = 0; i < parameters.size(); i++) {
            Declaration.Parameter parameter = function.parameters().get(i);
            Symbol symbol = new Symbol.Variable(body.graph.local(parameter.name(), parameters.get(i)), false,
                    false,
                    parameter.span());
            scope.declare(parameter.name(), symbol);
            scope.touch(symbol);
        }
        Graph graph = graph(body, function.body().orElseThrow(), function.span());
        scope.leave();
        return graph;
    }

    /** The graph of a block, checked in the scope that is entered. */
    Graph graph(Body body, Statement.Block block, Span span) {
        int errors = diagnostics.errors();
        Body before = expressions.enter(body);
        new StatementChecker(scope, diagnostics, expressions, body).whole(block);
        expressions.enter(before);
        boolean needsValue = !(body.result instanceof Type.Void) && diagnostics.errors() == errors;
        return Flow.finished(body.graph.build(), needsValue, body.name, span,
                diagnostics);
    }

    private void calls() {
        CallGraph calls = new CallGraph(unit, diagnostics);
        unit.functions.forEach(one -> calls.add(one.name(), one.body()));
        unit.tasks.forEach(one -> calls.add("task " + one.name(), one.body()));
        unit.rules.forEach(one -> calls.add("rule " + one.name(), one.body()));
        unit.properties.forEach(one -> calls.add("property " + one.name(), one.body()));
        calls.check();
    }

    private List<Program.Rule> rules() {
        if (diagnostics.hasErrors()) {
            return unit.rules;
        }
        Inliner inliner = new Inliner(unit.atomic);
        return unit.rules.stream()
                .map(rule -> new Program.Rule(rule.name(), expanded(inliner, rule.body(), rule.span()),
                        rule.span()))
                .toList();
    }

    private List<Program.Property> properties() {
        if (diagnostics.hasErrors()) {
            return unit.properties;
        }
        Inliner inliner = new Inliner(unit.atomic);
        return unit.properties.stream().map(one -> new Program.Property(one.name(), one.sentence(),
                expanded(inliner, one.body(), one.span()), one.span())).toList();
    }

    private Graph expanded(Inliner inliner, Graph graph, Span span) {
        try {
            return inliner.expand(graph);
        } catch (Inliner.TooLarge tooLarge) {
            error("too-large", span, "with its calls expanded this has more than 100000 nodes");
            return graph;
        }
    }

    /** A static function of the file itself that nothing calls; a library's may be there for others. */
    private void unusedFunctions(SourceUnit main) {
        for (Declaration declaration : main.declarations()) {
            if (declaration instanceof Declaration.Function function && function.body().isPresent()
                    && function.storage().contains(Storage.STATIC)
                    && !function.storage().contains(Storage.INLINE)
                    && !scope.used.contains(function.name())) {
                diagnostics.add(Diagnostic.warning("unused", function.span(),
                        "'" + function.name() + "' is never called"));
            }
        }
    }

    /** What a variable without an initializer starts with. */
    List<Long> zero(Type type) {
        return initials.of(type, Optional.empty(), new Span("", 1, 1, 1));
    }

    void error(String code, Span span, String message) {
        diagnostics.add(Diagnostic.error(code, span, message));
    }
}
