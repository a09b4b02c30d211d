package org.xstate.model.internal.check;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** Declarations of what happens and of what is claimed: tasks, interrupts, setups, rules, properties. */
final class BehaviourChecker {

    private static final int MAX_LEVEL = 9;

    private final ProgramChecker program;
    private final SurfaceArguments arguments;
    private final Optional<String> scenario;
    private final Map<String, Span> names = new HashMap<>();

    /** @param scenario the one that the program is made for */
    BehaviourChecker(ProgramChecker program, SurfaceArguments arguments, Optional<String> scenario) {
        this.program = program;
        this.arguments = arguments;
        this.scenario = scenario;
    }

    void scenario(Declaration.Surface surface) {
        if (arguments.counted(surface, 1, 1)) {
            arguments.name(surface.arguments().getFirst())
                    .filter(name -> fresh(surface, name, Optional.empty()))
                    .ifPresent(name -> program.unit.scenarios.add(new Program.Scenario(name,
                            new ScenarioSettings(
                                    program.unit.scenarios.stream().map(Program.Scenario::name).toList(),
                                    program.diagnostics).of(surface),
                            surface.span())));
        }
    }

    /**
     * @param owner the scenario that it belongs to: what belongs to another one, with another number of CPUs and other tasks,
     *              is left out unseen
     */
    void behaviour(Declaration.Surface surface, Optional<String> owner) {
        int wanted = switch (surface.keyword()) {
            case "property" -> 2;
            case "interrupt" -> 3;
            default -> 1;
        };
        if (!arguments.counted(surface, wanted, wanted)) {
            return;
        }
        Optional<String> name = arguments.name(surface.arguments().getFirst());
        boolean claim = surface.keyword().equals("property");
        Optional<String> home = claim && surface.body().isEmpty() ? Optional.empty() : owner;
        if (name.isEmpty() || !fresh(surface, name.get(), home)) {
            return;
        }
        if (claim) {
            program.unit.claims.add(name.get());
        }
        boolean kept = home.isEmpty() || home.equals(scenario);
        if (!kept) {
            program.unit.leavesOut = true;
            return;
        }
        Unit unit = program.unit;
        Span span = surface.span();
        switch (surface.keyword()) {
            case "task", "kernel_thread" -> unit.tasks.add(new Program.Task(name.get(),
                    surface.keyword().equals("kernel_thread"), graph(surface, name.get(), true), span));
            case "rule" ->
                unit.rules.add(new Program.Rule(name.get(), graph(surface, name.get(), false), span));
            case "setup" ->
                unit.setups.add(new Program.Setup(name.get(), graph(surface, name.get(), false), span));
            case "interrupt" -> unit.interrupts.add(new Program.Interrupt(name.get(), level(surface),
                    guard(surface, name.get()), graph(surface, name.get(), true), span));
            default -> {
                String sentence = arguments.sentence(surface.arguments().get(1));
                Optional<Graph> graph = surface.body().map(block -> graph(surface, name.get(), false));
                unit.properties.add(new Program.Property(name.get(), sentence, graph, span));
            }
        }
    }

    private Graph graph(Declaration.Surface surface, String name, boolean split) {
        Type result = surface.keyword().equals("property") ? Type.BOOL : Type.VOID;
        Body body = new Body(name, result, surface.span(), !split);
        program.scope.enter();
        Graph graph = program.graph(body, surface.body().orElseThrow(), surface.span());
        program.scope.leave();
        return graph;
    }

    private Graph guard(Declaration.Surface surface, String name) {
        Declaration.Argument argument = surface.arguments().get(2);
        Expression condition = new Expression.Name("false", argument.span());
        if (argument instanceof Declaration.ExpressionArgument one) {
            condition = one.expression();
        } else {
            error("type-mismatch", argument.span(), "expected a condition");
        }
        Statement.Block block = new Statement.Block(
                List.of(new Statement.Return(Optional.of(condition), argument.span())), argument.span());
        return program.graph(new Body(name, Type.BOOL, argument.span(), true), block, argument.span());
    }

    private int level(Declaration.Surface surface) {
        Declaration.Argument argument = surface.arguments().get(1);
        Optional<BigInteger> level = arguments.number(argument);
        if (level.isPresent() && (level.get().signum() < 0
                || level.get().compareTo(BigInteger.valueOf(MAX_LEVEL)) > 0)) {
            error("out-of-range", argument.span(),
                    "an interrupt has a level from 0 to " + MAX_LEVEL + ", not " + level.get());
            return 0;
        }
        return level.map(BigInteger::intValue).orElse(0);
    }

    /** Two rules of one name could not be told apart in a trace. */
    private boolean fresh(Declaration.Surface surface, String name, Optional<String> owner) {
        String kind = surface.keyword().equals("kernel_thread") ? "task" : surface.keyword();
        Span span = surface.arguments().getFirst().span();
        Span before = names.get(kind + " " + name);
        if (before == null) {
            before = names.putIfAbsent(kind + " " + name + owner.map(one -> " of " + one).orElse(""), span);
        }
        if (before != null) {
            program.diagnostics
                    .add(Diagnostic.error("redeclared", span, kind + " '" + name + "' is declared twice")
                            .note("the first declaration is at " + before.place()));
        }
        return before == null;
    }

    private void error(String code, Span span, String message) {
        program.error(code, span, message);
    }
}
