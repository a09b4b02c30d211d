package org.xstate.sim.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.WatchedExpression;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Slot;
import org.xstate.model.run.Failure;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.LocalValue;
import org.xstate.model.run.Outcome;
import org.xstate.model.type.Type;
import org.xstate.sim.scenario.Scenario;

/**
 * An expression in model C whose value is asked for again and again, in states of one scenario. What it calls is executed on
 * a copy: looking changes nothing. May be used by several threads.
 */
public final class Watch {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Scenario scenario;
    private final String expression;
    private final Map<List<Graph.LocalVariable>, Compiled> compiled = new ConcurrentHashMap<>();

    /** What came of looking. */
    public sealed interface Answer {

        /** @param type of the value; the value of a struct is the pointer to it */
        record Value(Type type, long word) implements Answer {
        }

        /** With each way through its choices another value. @param words in the order of the choices */
        record Several(Type type, List<Long> words) implements Answer {
            public Several {
                words = List.copyOf(words);
            }
        }

        /** It has no value. @param reason one sentence without full stop */
        record None(String reason) implements Answer {
        }
    }

    private record Compiled(Optional<Machine> machine, Type type, String problem, int[] origins) {
    }

    public Watch(Scenario scenario, String expression) {
        this.scenario = scenario;
        this.expression = expression.strip();
    }

    /** As it was typed. */
    public String expression() {
        return expression;
    }

    /**
     * The value in a state.
     *
     * @param state  one word for each slot of the scenario's machine
     * @param cpu    on which it is evaluated; -1 for none
     * @param locals that it may name, with what they hold
     */
    public Answer in(long[] state, int cpu, List<LocalValue> locals) {
        List<LocalValue> used = used(locals);
        Compiled made = compiled.computeIfAbsent(used.stream()
                .map(one -> new Graph.LocalVariable(one.local().name(), one.local().type())).toList(),
                this::compile);
        return made.machine()
                .map(machine -> answer(machine, made, state, cpu,
                        used.stream().mapToLong(LocalValue::value).toArray()))
                .orElseGet(() -> new Answer.None(made.problem()));
    }

    /** Whether it is true; what cannot be said is. */
    public boolean isTrue(long[] state, int cpu, List<LocalValue> locals) {
        return switch (in(state, cpu, locals)) {
            case Answer.Value(Type _, long word) -> word != 0;
            case Answer.Several(Type _, List<Long> words) -> words.stream().anyMatch(word -> word != 0);
            case Answer.None _ -> true;
        };
    }

    private List<LocalValue> used(List<LocalValue> locals) {
        Map<String, LocalValue> known = new HashMap<>();
        locals.forEach(one -> known.put(one.local().name(), one));
        List<LocalValue> used = new ArrayList<>();
        NAME.matcher(expression).results().map(one -> one.group()).distinct().filter(known::containsKey)
                .forEach(name -> used.add(known.get(name)));
        return used;
    }

    private Compiled compile(List<Graph.LocalVariable> locals) {
        Program program = scenario.program();
        Map<String, String> knobs = new LinkedHashMap<>();
        program.knobs().stream().filter(knob -> !knob.open())
                .forEach(knob -> knobs.put(knob.name(), Scenario.text(knob, knob.setting())));
        CompileOptions options = new CompileOptions(program.scenario().map(Program.Scenario::name),
                Optional.of(scenario.kernel()), knobs,
                scenario.library().map(texts -> texts.names()).orElse(List.of()));
        WatchedExpression watched = ModelCompiler.watch(scenario.files(), scenario.source(), options,
                expression, locals);
        Optional<Linked> linked = watched.program().map(one -> Linker.link(one,
                new LinkOptions(one.cpus(), true, java.util.Set.of(WatchedExpression.FUNCTION))));
        List<Diagnostic> problems = new ArrayList<>(watched.diagnostics());
        linked.ifPresent(one -> problems.addAll(one.diagnostics()));
        Optional<Machine> machine = linked.flatMap(Linked::machine);
        return new Compiled(machine, watched.type(), problems.stream().findFirst().map(Watch::sentence)
                .orElse("it cannot be executed"), machine.map(this::origins).orElse(new int[0]));
    }

    private static String sentence(Diagnostic problem) {
        return problem.message() + problem.suggestion().map(hint -> "; " + hint).orElse("");
    }

    /** Of each slot, the one of the scenario's machine with the same name; -1 for none. */
    private int[] origins(Machine machine) {
        Map<String, Integer> known = new HashMap<>();
        List<Slot> slots = scenario.machine().slots();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).kind() == Slot.Kind.SHARED || slots.get(i).kind() == Slot.Kind.CPU) {
                known.put(slots.get(i).name(), i);
            }
        }
        return machine.slots().stream().mapToInt(slot -> known.getOrDefault(slot.name(), -1)).toArray();
    }

    private Answer answer(Machine machine, Compiled made, long[] state, int cpu, long[] arguments) {
        long[] slots = new long[made.origins().length];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = made.origins()[i] < 0 ? machine.slots().get(i).initial() : state[made.origins()[i]];
        }
        List<Outcome> outcomes = new Interpreter(machine, false).call(WatchedExpression.FUNCTION,
                Math.max(0, cpu), slots, arguments);
        Optional<Failure> failure = outcomes.stream().flatMap(one -> one.failure().stream()).findFirst();
        if (failure.isPresent()) {
            return new Answer.None(failure.get().text());
        }
        List<Long> words = outcomes.stream().map(Outcome::result).distinct().toList();
        return switch (words.size()) {
            case 0 -> new Answer.None("no way through it leads to a value");
            case 1 -> new Answer.Value(made.type(), words.getFirst());
            default -> new Answer.Several(made.type(), words);
        };
    }
}
