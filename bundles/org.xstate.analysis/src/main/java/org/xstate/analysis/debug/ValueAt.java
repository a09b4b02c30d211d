package org.xstate.analysis.debug;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.xstate.model.run.LocalValue;
import org.xstate.sim.debug.CallStack;
import org.xstate.sim.debug.Locals;
import org.xstate.sim.debug.Places;
import org.xstate.sim.debug.Subject;
import org.xstate.sim.debug.Watch;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.StateTree;

/**
 * The value of what stands at a place of a text, at the place at which an execution stands: for who points at a name. What
 * {@code print} says of it, where both mean the same.
 */
public final class ValueAt {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    /** What may lead to a name: {@code task->thread.}, {@code tasks[0].}. */
    private static final Pattern WAY = Pattern
            .compile("((?:[A-Za-z_][A-Za-z0-9_]*(?:\\[[A-Za-z0-9_]+\\])*\\s*(?:->|\\.)\\s*)*)$");

    private ValueAt() {
    }

    /**
     * The expression that ends with the name at an offset: {@code xsave->header.xfeatures} at its last word. Empty where no
     * name stands, and at the name of something that is called.
     */
    public static Optional<String> expression(String text, int offset) {
        Matcher names = NAME.matcher(text);
        int line = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        for (int from = line; names.find(from) && names.start() <= offset; from = names.end()) {
            if (offset <= names.end()) {
                boolean called = text.substring(names.end()).stripLeading().startsWith("(");
                Matcher way = WAY.matcher(text.substring(line, names.start()));
                String before = way.find() ? way.group(1) : "";
                return called
                        ? Optional.empty()
                        : Optional.of((before + names.group()).replaceAll("\\s", ""));
            }
        }
        return Optional.empty();
    }

    /**
     * Its value in words; empty if it has none there. A name of a function's own is looked for in the innermost call of that
     * function on the CPU that made the last step, and has no value where the function is not under way.
     *
     * @param simulation not moved
     * @param function   in whose body the expression stands; empty outside of functions
     */
    public static Optional<String> of(Scenario scenario, Simulation simulation, String expression,
            Optional<String> function) {
        if (!scenario.machine().rules().isEmpty()) {
            return Optional.empty();
        }
        int cpu = Math.max(0, simulation.moment(simulation.position().step()).by().cpu());
        Optional<List<LocalValue>> locals = function.map(name -> locals(simulation, cpu, name))
                .orElse(Optional.of(List.of()));
        if (locals.isEmpty()) {
            return Optional.empty();
        }
        StateTree tree = new StateTree(scenario);
        long[] state = simulation.state();
        return switch (new Watch(scenario, expression).in(state, cpu, locals.get())) {
            case Watch.Answer.Value(var type, long word) -> Optional.of(tree.text(type, word, state));
            case Watch.Answer.Several _,Watch.Answer.None _ -> Optional.empty();
        };
    }

    private static Optional<List<LocalValue>> locals(Simulation simulation, int cpu, String function) {
        Subject subject = new Subject.Cpu(cpu);
        return new Places(simulation).of(subject).flatMap(stack -> depth(stack, function)
                .map(depth -> Locals.of(simulation, subject, stack, depth)));
    }

    private static Optional<Integer> depth(CallStack stack, String function) {
        return IntStream.iterate(stack.depth() - 1, depth -> depth >= 0, depth -> depth - 1)
                .filter(depth -> stack.calls().get(depth).function().equals(function)).boxed().findFirst();
    }
}
