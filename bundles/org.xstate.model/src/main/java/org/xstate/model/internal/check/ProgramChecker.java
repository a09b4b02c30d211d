package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
    private final Settings settings;
    /** Variables that are declared {@code extern} and have to come. */
    private final Map<String, Span> elsewhere = new LinkedHashMap<>();
    private final Map<Graph, Span> numbered = new IdentityHashMap<>();
    private final Map<String, SourceUnit> waiting = new HashMap<>();
    private final Initials initials;
    private final SurfaceChecker surface;

    ProgramChecker(Diagnostics diagnostics, Settings settings) {
        this.scope = new Scope(diagnostics);
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.expressions = new ExpressionChecker(scope, diagnostics, settings);
        this.initials = new Initials(scope, diagnostics, expressions);
        this.surface = new SurfaceChecker(this, settings);
    }

    Program check(List<SourceUnit> units, List<String> roots) {
        units.forEach(one -> waiting.put(one.file(), one));
        String main = units.getLast().file();
        roots.stream().map(waiting::get).filter(Objects::nonNull).forEach(root -> unit(root, main));
        surface.knobs().knobsThatAreNot(new Span(main, 1, 1, 1));
        surface.hooks().define();
        elsewhere.forEach((name, span) -> error("no-definition", span,
                "'" + name + "' is declared, and defined nowhere"));
        expressions.predefined().check();
        new Claims(unit, diagnostics).check();
        calls();
        if (!diagnostics.hasErrors()) {
            new Contexts(unit, numbered, expressions.quantifiers().pure(), diagnostics).check();
        }
        if (!unit.leavesOut) {
            unusedFunctions(units.getLast());
        }
        return program();
    }

    /** What has been checked so far. */
    Program program() {
        Optional<Program.Scenario> scenario = unit.scenarios.stream()
                .filter(one -> settings.scenario().equals(Optional.of(one.name()))).findFirst();
        List<Program.Setup> setups = Stream
                .concat(surface.knobs().choice().stream(), unit.setups.stream()).toList();
        return new Program(new ArrayList<>(scope.structs.values()), unit.globals, unit.perCpu, unit.pools,
                scope.buffer, unit.components, unit.tokens, unit.functions, unit.tasks, unit.interrupts,
                setups, unit.rules,
                unit.properties, unit.knobs, unit.scenarios, settings.cpus(),
                scenario);
    }

    /** What a file includes comes where it includes it, the first time. */
    private void unit(SourceUnit one, String main) {
        if (waiting.remove(one.file()) == null) {
            return;
        }
        Membership membership = new Membership();
        for (Declaration declaration : one.declarations()) {
            if (declaration instanceof Declaration.Include include) {
                Loader.places(one.file(), include.file()).stream().map(waiting::get).filter(Objects::nonNull)
                        .findFirst().ifPresent(included -> unit(included, main));
            } else {
                declaration(declaration,
                        one.file().equals(main) ? membership.of(declaration) : Optional.empty());
            }
        }
    }

    private void declaration(Declaration declaration, Optional<String> owner) {
        switch (declaration) {
            case Declaration.Include _ -> throw new IllegalStateException("an include is a unit");
            case Declaration.Define define -> define(define);
            case Declaration.Typedef typedef -> typedef(typedef);
            case Declaration.Tag tag -> expressions.types().resolve(tag.type());
            case Declaration.Global global -> global(global.variable());
            case Declaration.Function function -> function(function);
            case Declaration.Surface one -> surface.check(one, owner);
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
        if (constant) {
            scope.constants.add(variable.name());
        }
        Symbol.Variable symbol = new Symbol.Variable(new Place.Global(variable.name(), type), constant,
                !ghost && !constant, variable.span());
        if (variable.storage().contains(Storage.EXTERN) && variable.initializer().isEmpty()) {
            announce(variable.name(), symbol);
            return;
        }
        List<Long> initial = initials.of(type, variable.initializer(), variable.span());
        if (define(variable.name(), symbol)) {
            unit.globals.add(
                    new Program.Variable(variable.name(), type, ghost, constant, initial, variable.span()));
        }
    }

    /** Declares a variable that is defined before or later. */
    void announce(String name, Symbol.Variable symbol) {
        if (!scope.isSameVariable(name, symbol) && scope.declare(name, symbol)) {
            elsewhere.put(name, symbol.span());
        }
    }

    /** Defines a variable that may have been announced; false if the name is taken. */
    boolean define(String name, Symbol.Variable symbol) {
        boolean announced = elsewhere.containsKey(name) && scope.isSameVariable(name, symbol);
        boolean defined = announced || scope.declare(name, symbol);
        if (defined) {
            elsewhere.remove(name);
        }
        return defined;
    }

    private void function(Declaration.Function function) {
        Symbol.Function symbol = signature(function);
        if (scope.declare(function.name(), symbol) && symbol.defined()) {
            define(function, symbol);
        }
    }

    /** What a function takes and gives. */
    Symbol.Function signature(Declaration.Function function) {
        Type result = expressions.types().resolve(function.result());
        List<Type> parameters = function.parameters().stream()
                .map(one -> expressions.types().complete(one.type()))
                .toList();
        if (result instanceof Type.Array || parameters.stream().anyMatch(Type.Array.class::isInstance)) {
            error("bad-parameter", function.span(), "arrays are passed by the pointer to what holds them");
        }
        return new Symbol.Function(function.name(), result, parameters, function.body().isPresent(),
                function.span());
    }

    /** Checks the body of a function that is declared. */
    void define(Declaration.Function function, Symbol.Function symbol) {
        unit.declared.put(function.name(), function);
        unit.functions.add(new Program.Function(function.name(), symbol.result(), symbol.parameters().size(),
                body(function, symbol.result(), symbol.parameters()), function.span()));
    }

    private Graph body(Declaration.Function function, Type result, List<Type> parameters) {
        Body body = new Body(function.name(), result, function.span(), CallChecker.isAtomic(function.name()));
        scope.enter();
        for (int i = 0; i < parameters.size(); i++) {
            Declaration.Parameter parameter = function.parameters().get(i);
            Place.Local local = body.graph.local(parameter.name(), parameters.get(i));
            body.graph.give(local);
            Symbol symbol = new Symbol.Variable(local, false, false, parameter.span());
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
        boolean whole = diagnostics.errors() == errors;
        Graph graph = Flow.ended(body.graph.build(), span);
        if (whole) {
            Assigned.check(graph, body.graph, diagnostics);
        }
        Graph finished = Flow.finished(graph, whole && !(body.result instanceof Type.Void), body.name, span,
                diagnostics);
        body.numberedCpu().ifPresent(place -> numbered.put(finished, place));
        return finished;
    }

    private void calls() {
        CallGraph calls = new CallGraph(unit, diagnostics);
        unit.functions.forEach(one -> calls.add(one.name(), one.body()));
        unit.tasks.forEach(one -> calls.add("task " + one.name(), one.body()));
        unit.interrupts.forEach(one -> {
            calls.add("guard of " + one.name(), one.guard());
            calls.add("interrupt " + one.name(), one.body());
        });
        unit.setups.forEach(one -> calls.add("setup " + one.name(), one.body()));
        unit.rules.forEach(one -> calls.add("rule " + one.name(), one.body()));
        unit.properties.forEach(
                one -> one.body().ifPresent(body -> calls.add("property " + one.name(), body)));
        calls.check();
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
