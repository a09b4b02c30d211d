package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.ast.Statement;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Program;

/** Settles what the program is compiled for, then checks it. */
public final class Checker {

    private Checker() {
    }

    public static Program check(List<SourceUnit> units, CompileOptions options, Diagnostics diagnostics) {
        Optional<Declaration.Surface> scenario = scenario(units.getLast(), options, diagnostics);
        Map<String, String> knobs = new LinkedHashMap<>();
        Optional<KernelVersion> kernel = options.kernel();
        for (Expression.Call call : scenario.map(Checker::settings).orElse(List.of())) {
            List<String> arguments = call.arguments().stream().map(ScenarioSettings::text).toList();
            if (call.callee().equals("set") && arguments.size() == 2) {
                knobs.put(arguments.getFirst(), arguments.getLast());
            } else if (call.callee().equals("kernel") && arguments.size() == 1) {
                kernel = kernel.or(() -> KernelVersion.parse(arguments.getFirst()));
            }
        }
        knobs.putAll(options.knobs());
        Settings settings = new Settings(kernel.orElse(CompileOptions.DEFAULT_KERNEL), knobs);
        return new ProgramChecker(diagnostics, settings).check(units, scenario.flatMap(Checker::name));
    }

    private static Optional<Declaration.Surface> scenario(SourceUnit main, CompileOptions options,
            Diagnostics diagnostics) {
        List<Declaration.Surface> all = new ArrayList<>();
        for (Declaration declaration : main.declarations()) {
            if (declaration instanceof Declaration.Surface surface && surface.keyword().equals("scenario")
                    && surface.body().isPresent()) {
                all.add(surface);
            }
        }
        if (options.scenario().isEmpty()) {
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }
        String wanted = options.scenario().get();
        Optional<Declaration.Surface> found = all.stream()
                .filter(one -> name(one).equals(Optional.of(wanted)))
                .findFirst();
        if (found.isEmpty()) {
            Diagnostic diagnostic = Diagnostic.error("no-such-scenario", new Span(main.file(), 1, 1, 1),
                    "no such scenario '" + wanted + "'");
            diagnostics.add(Nearest.to(wanted, all.stream().flatMap(one -> name(one).stream()).toList())
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
        }
        return found;
    }

    private static Optional<String> name(Declaration.Surface surface) {
        return surface.arguments().size() == 1
                && surface.arguments()
                        .getFirst() instanceof Declaration.ExpressionArgument(Expression.Name name)
                                ? Optional.of(name.name())
                                : Optional.empty();
    }

    private static List<Expression.Call> settings(Declaration.Surface scenario) {
        List<Expression.Call> calls = new ArrayList<>();
        for (Statement statement : scenario.body().orElseThrow().statements()) {
            if (statement instanceof Statement.Evaluate(Expression.Call call, Span _)) {
                calls.add(call);
            }
        }
        return calls;
    }
}
