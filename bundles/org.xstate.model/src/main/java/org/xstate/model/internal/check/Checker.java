package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.CompileOptions;
import org.xstate.model.KernelVersion;
import org.xstate.model.WatchedExpression;
import org.xstate.model.ast.Declaration;
import org.xstate.model.ast.Expression;
import org.xstate.model.ast.SourceUnit;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.internal.Nearest;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.type.Type;

/** Settles what the program is compiled for, then checks it. */
public final class Checker {

    private Checker() {
    }

    /**
     * @param units included files before the file that includes them, the library's first, the main file last
     * @param roots the files of the library and the main file
     */
    public static Program check(List<SourceUnit> units, List<String> roots, CompileOptions options,
            Diagnostics diagnostics) {
        return new ProgramChecker(diagnostics, settings(units, options, diagnostics)).check(units, roots);
    }

    /** The program with a function that gives the value of an expression, and without anything that happens by itself. */
    public static WatchedExpression watch(List<SourceUnit> units, List<String> roots, CompileOptions options,
            Expression expression, List<Graph.LocalVariable> locals, Diagnostics diagnostics) {
        ProgramChecker checker = new ProgramChecker(diagnostics, settings(units, options, diagnostics));
        checker.check(units, roots);
        Optional<Type> type = new WatchChecker(checker).check(expression, locals);
        List<Diagnostic> errors = diagnostics.inOrder().stream().filter(Diagnostic::isError).toList();
        Program all = checker.program();
        // properties stay, as what asserts them names them; nothing holds states against them
        List<Program.Property> properties = all.properties().stream()
                .map(one -> new Program.Property(one.name(), one.sentence(), Optional.empty(), one.span()))
                .toList();
        Program program = new Program(all.structs(), all.globals(), all.perCpu(), all.pools(), all.buffer(),
                all.components(), all.tokens(), all.functions(), List.of(), List.of(), List.of(), List.of(),
                properties, all.knobs(), all.scenarios(), all.cpus(), all.scenario());
        return new WatchedExpression(errors,
                type.filter(_ -> errors.isEmpty()).map(_ -> program), type.orElse(Type.VOID));
    }

    private static Settings settings(List<SourceUnit> units, CompileOptions options,
            Diagnostics diagnostics) {
        List<Declaration.Surface> scenarios = scenarios(units.getLast());
        Optional<Declaration.Surface> scenario = scenario(units.getLast(), scenarios, options, diagnostics);
        Optional<String> name = scenario.flatMap(Membership::name);
        scenario.filter(_ -> Membership.isIdle(units, name)).ifPresent(one -> diagnostics
                .add(Diagnostic
                        .error("no-tasks", one.span(), "scenario '" + name.orElse("") + "' has no tasks")
                        .note("a task belongs to the last scenario before it, and to all if it stands before the first")));
        Map<String, Settings.Wanted> knobs = new LinkedHashMap<>();
        Optional<KernelVersion> kernel = Optional.empty();
        Map<String, Long> numbers = numbers(units, name);
        List<Expression> features = new ArrayList<>();
        List<Expression> continuations = new ArrayList<>();
        for (Expression.Call call : scenario.map(new Likeness(scenarios)::settings)
                .orElse(List.of())) {
            List<String> arguments = call.arguments().stream().map(ScenarioSettings::text).toList();
            switch (call.callee()) {
                case "features" -> replace(features, call.arguments());
                case "continuations" -> replace(continuations, call.arguments());
                case "set" -> {
                    if (ScenarioSettings.isKnob(call)) {
                        knobs.put(arguments.getFirst(), new Settings.Wanted(arguments.getLast(),
                                call.arguments().getFirst().span(),
                                Optional.of(call.arguments().getLast().span())));
                    }
                }
                case "kernel" -> {
                    if (arguments.size() == 1) {
                        kernel = KernelVersion.parse(arguments.getFirst());
                    }
                }
                default -> ScenarioSettings.count(call)
                        .ifPresent(count -> numbers.put(Predefined.COUNTS.get(call.callee()), count));
            }
        }
        Span outside = new Span(units.getLast().file(), 1, 1, 1);
        options.knobs().forEach(
                (knob, value) -> knobs.put(knob, new Settings.Wanted(value, outside, Optional.empty())));
        KernelVersion version = options.kernel().orElse(kernel.orElse(CompileOptions.DEFAULT_KERNEL));
        return new Settings(name, version, knobs, options.open(), numbers, features, continuations);
    }

    /** The constants of the language as they are without settings. */
    private static Map<String, Long> numbers(List<SourceUnit> units, Optional<String> scenario) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        Predefined.COUNTS.values().forEach(constant -> numbers.put(constant, 0L));
        numbers.put("NR_CPUS", 1L);
        List<Declaration.Surface> tasks = Membership.tasks(units, scenario);
        numbers.put("NR_TASKS", (long) tasks.size());
        long threads = 0;
        for (int i = 0; i < Math.min(tasks.size(), Long.SIZE); i++) {
            threads |= tasks.get(i).keyword().equals("kernel_thread") ? 1L << i : 0;
        }
        numbers.put("KERNEL_THREADS", threads);
        return numbers;
    }

    /** What is said again replaces what was said. */
    private static void replace(List<Expression> list, List<Expression> by) {
        list.clear();
        list.addAll(by);
    }

    private static List<Declaration.Surface> scenarios(SourceUnit main) {
        List<Declaration.Surface> all = new ArrayList<>();
        for (Declaration declaration : main.declarations()) {
            if (declaration instanceof Declaration.Surface surface && Membership.isScenario(surface)) {
                all.add(surface);
            }
        }
        return all;
    }

    private static Optional<Declaration.Surface> scenario(SourceUnit main, List<Declaration.Surface> all,
            CompileOptions options, Diagnostics diagnostics) {
        if (options.scenario().isEmpty()) {
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        }
        String wanted = options.scenario().get();
        Optional<Declaration.Surface> found = all.stream()
                .filter(one -> Membership.name(one).equals(Optional.of(wanted)))
                .findFirst();
        if (found.isEmpty()) {
            Diagnostic diagnostic = Diagnostic.error("no-such-scenario", new Span(main.file(), 1, 1, 1),
                    "no such scenario '" + wanted + "'");
            diagnostics.add(Nearest
                    .to(wanted, all.stream().flatMap(one -> Membership.name(one).stream()).toList())
                    .map(near -> diagnostic.suggest("did you mean '" + near + "'?")).orElse(diagnostic));
        }
        return found;
    }
}
