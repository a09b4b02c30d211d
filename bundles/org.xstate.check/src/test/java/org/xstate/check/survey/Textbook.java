package org.xstate.check.survey;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.xstate.model.link.Machine;
import org.xstate.model.run.Failure;
import org.xstate.model.run.Interpreter;
import org.xstate.model.run.Transition;

/** The states that follow from the beginnings of one valuation, as a textbook searches: with the interpreter, a queue and a map. */
final class Textbook {

    private final Machine machine;
    private final Interpreter interpreter;
    private final List<String> rigid;

    record Found(SortedMap<Integer, Integer> violated, long states, List<List<Long>> outcomes) {
    }

    Textbook(Machine machine, List<String> rigid) {
        this.machine = machine;
        this.rigid = rigid;
        interpreter = new Interpreter(machine, true);
    }

    private List<Long> values(List<Long> state, List<String> names) {
        List<String> slots = machine.slots().stream().map(slot -> slot.name()).toList();
        return names.stream().map(name -> state.get(slots.indexOf(name))).toList();
    }

    private static List<Long> boxed(long[] state) {
        return Arrays.stream(state).boxed().toList();
    }

    Found search(List<Long> valuation, List<String> observed) {
        SortedMap<Integer, Integer> violated = new TreeMap<>();
        Map<List<Long>, Integer> depths = new LinkedHashMap<>();
        Deque<List<Long>> queue = new ArrayDeque<>();
        TreeSet<List<Long>> outcomes = new TreeSet<>(
                Comparator.<List<Long>>comparingLong(List::getFirst).thenComparingLong(List::getLast));
        for (Transition beginning : interpreter.initial()) {
            List<Long> state = boxed(beginning.to());
            if (values(state, rigid).equals(valuation) && depths.putIfAbsent(state, 0) == null) {
                queue.add(state);
            }
        }
        while (!queue.isEmpty()) {
            List<Long> state = queue.remove();
            int depth = depths.get(state);
            long[] words = state.stream().mapToLong(Long::longValue).toArray();
            for (int claim = 0; claim < machine.claims().size(); claim++) {
                if (machine.claims().get(claim).predicate().isPresent() && !holds(words, claim)) {
                    violated.merge(claim, depth, Math::min);
                }
            }
            List<Transition> steps = interpreter.transitions(words);
            if (steps.isEmpty()) {
                outcomes.add(values(state, observed));
            }
            for (Transition step : steps) {
                Optional<Failure> failure = step.failure();
                if (failure.isPresent()) {
                    violated.merge(failure.get().claim(), depth + 1, Math::min);
                } else if (depths.putIfAbsent(boxed(step.to()), depth + 1) == null) {
                    queue.add(boxed(step.to()));
                }
            }
        }
        return new Found(violated, depths.size(), List.copyOf(outcomes));
    }

    private boolean holds(long[] state, int claim) {
        return interpreter.witness(state, claim).isEmpty() && interpreter.fault(state, claim).isEmpty();
    }
}
