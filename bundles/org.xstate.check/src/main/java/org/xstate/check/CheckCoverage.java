package org.xstate.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.xstate.model.bytecode.Coverage;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;

/**
 * What was executed of a machine: a claim holds for a trivial reason if the statements that could violate it were never
 * reached.
 *
 * @param nodes         for each procedure, its nodes that were executed
 * @param neverReached  statements none of whose nodes was executed, in order of file and place
 * @param neverTaken    values of choices with which no step came to its end, in order of file and place
 * @param labels        labels of {@code cover()} that were reached
 * @param missedLabels  labels that were not
 */
public record CheckCoverage(List<BitSet> nodes, List<Statement> neverReached, List<ChoiceValue> neverTaken,
        SortedSet<String> labels, SortedSet<String> missedLabels) {

    /** What the label of a {@code cover()} begins with that marks a bound of the scenario as hit. */
    public static final String BOUND = "bound: ";

    /** A statement that stands in the text once, however often it was laid out. */
    public record Statement(Span span, String text) {
    }

    public record ChoiceValue(Span span, String text, long value) {
    }

    public CheckCoverage {
        nodes = nodes.stream().map(executed -> (BitSet) executed.clone()).toList();
        neverReached = List.copyOf(neverReached);
        neverTaken = List.copyOf(neverTaken);
    }

    /** Bounds of the scenario that were hit: without them there might be more behaviour. */
    public List<String> boundsHit() {
        return labels.stream().filter(label -> label.startsWith(BOUND))
                .map(label -> label.substring(BOUND.length()))
                .toList();
    }

    /** Reads off what was executed. */
    public static CheckCoverage of(Machine machine, Coverage coverage) {
        TreeMap<Span, String> reached = new TreeMap<>();
        TreeMap<Span, String> all = new TreeMap<>();
        SortedSet<String> labels = new TreeSet<>();
        SortedSet<String> missed = new TreeSet<>();
        for (int i = 0; i < machine.procedures().size(); i++) {
            List<Procedure.Node> nodes = machine.procedures().get(i).nodes();
            for (int n = 0; n < nodes.size(); n++) {
                Procedure.Node node = nodes.get(n);
                boolean executed = coverage.nodes().get(i).get(n);
                all.put(node.span(), node.statement());
                if (executed) {
                    reached.put(node.span(), node.statement());
                }
                if (node.instruction() instanceof Instruction.Cover(String label)) {
                    (executed ? labels : missed).add(label);
                }
            }
        }
        missed.removeAll(labels);
        all.keySet().removeAll(reached.keySet());
        List<Statement> never = new ArrayList<>();
        all.forEach((span, text) -> never.add(new Statement(span, text)));
        return new CheckCoverage(coverage.nodes(), never, neverTaken(machine, coverage, reached), labels,
                missed);
    }

    /** Of choices that were reached: the others are among the statements never reached. */
    private static List<ChoiceValue> neverTaken(Machine machine, Coverage coverage,
            TreeMap<Span, String> reached) {
        TreeMap<Span, BitSet> taken = new TreeMap<>();
        for (Coverage.Choice choice : coverage.choices()) {
            taken.computeIfAbsent(node(machine, choice).span(), span -> new BitSet()).or(choice.taken());
        }
        SortedSet<ChoiceValue> never = new TreeSet<>(
                Comparator.comparing(ChoiceValue::span).thenComparingLong(ChoiceValue::value));
        for (Coverage.Choice choice : coverage.choices()) {
            Procedure.Node node = node(machine, choice);
            BitSet values = taken.get(node.span());
            for (int i = values.nextClearBit(0); choice.low() + i <= choice.high()
                    && reached.containsKey(node.span()) && i < Coverage.Choice.MOST_VALUES; i = values
                            .nextClearBit(i + 1)) {
                never.add(new ChoiceValue(node.span(), node.statement(), choice.low() + i));
            }
        }
        return List.copyOf(never);
    }

    private static Procedure.Node node(Machine machine, Coverage.Choice choice) {
        return machine.procedures().get(choice.procedure()).nodes().get(choice.node());
    }
}
