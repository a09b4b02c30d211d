package org.xstate.model.internal.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Graph.Node;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;

/** Whether bodies ask only for what there is where they run: an executing CPU, numbers of CPUs. */
final class Contexts {

    private final Unit unit;
    private final Diagnostics diagnostics;
    private final Map<String, Graph> functions = new HashMap<>();
    private final Map<Graph, Span> numbered;
    private final Map<Span, Set<String>> pure;

    /**
     * @param numbered the bodies that name a CPU by its number, and where
     * @param pure     functions that must not change anything, by where they are called
     */
    Contexts(Unit unit, Map<Graph, Span> numbered, Map<Span, Set<String>> pure, Diagnostics diagnostics) {
        this.unit = unit;
        this.diagnostics = diagnostics;
        this.numbered = numbered;
        this.pure = pure;
        unit.functions.forEach(one -> functions.put(one.name(), one.body()));
    }

    void check() {
        pure.forEach((place, called) -> called.forEach(function -> changing(function, new HashSet<>())
                .ifPresent(
                        changing -> diagnostics.add(Diagnostic.error("not-pure", place, Quantifiers.NOT_PURE)
                                .note("'" + function + "' leads to " + changing.span().place())))));
        unit.setups.forEach(one -> executed("a setup", one.body()));
        for (Program.Rule rule : unit.rules) {
            executed("a rule", rule.body());
            numbers(rule.body(), new HashSet<>());
        }
        unit.properties.stream().flatMap(one -> one.body().stream()).forEach(body -> {
            executed("a property", body);
            looks("a property", body);
            numbers(body, new HashSet<>());
        });
        unit.tasks.forEach(one -> numbers(one.body(), new HashSet<>()));
        for (Program.Interrupt interrupt : unit.interrupts) {
            looks("a guard", interrupt.guard());
            numbers(interrupt.guard(), new HashSet<>());
            numbers(interrupt.body(), new HashSet<>());
        }
    }

    private void executed(String what, Graph body) {
        String message = "no CPU executes " + what
                + ": it has no 'current', no 'smp_processor_id()', no 'this_cpu_...'";
        Executing.in(body)
                .ifPresent(node -> diagnostics.add(Diagnostic.error("no-cpu", node.span(), message)));
        Set<String> seen = new HashSet<>();
        for (Node node : body.nodes()) {
            if (node.step() instanceof Step.Call call) {
                asking(call.function(), seen).ifPresent(asking -> diagnostics
                        .add(Diagnostic.error("no-cpu", node.span(), message)
                                .note("'" + call.function() + "' leads to " + asking.span().place())));
            }
        }
    }

    private Optional<Node> asking(String function, Set<String> seen) {
        return first(function, seen, node -> Executing.asks(node.step()));
    }

    /** The first such node in a function, or in what it calls. */
    private Optional<Node> first(String function, Set<String> seen, Predicate<Node> wanted) {
        Graph graph = functions.get(function);
        if (graph == null || !seen.add(function)) {
            return Optional.empty();
        }
        Optional<Node> own = graph.nodes().stream().filter(wanted).findFirst();
        for (Node node : graph.nodes()) {
            if (own.isEmpty() && node.step() instanceof Step.Call call) {
                own = first(call.function(), seen, wanted);
            }
        }
        return own;
    }

    /** What is asked of every state must leave it as it is, and have one answer. */
    private void looks(String what, Graph body) {
        String message = what + " looks at the state: it neither changes it nor chooses";
        for (Node node : body.nodes()) {
            if (Effects.of(node.step())) {
                diagnostics.add(Diagnostic.error("not-pure", node.span(), message));
            } else if (node.step() instanceof Step.Call call) {
                changing(call.function(), new HashSet<>()).ifPresent(changing -> diagnostics
                        .add(Diagnostic.error("not-pure", node.span(), message)
                                .note("'" + call.function() + "' leads to " + changing.span().place())));
            }
        }
    }

    private Optional<Node> changing(String function, Set<String> seen) {
        return first(function, seen, node -> Effects.of(node.step()));
    }

    private void numbers(Graph body, Set<String> seen) {
        if (numbered.containsKey(body)) {
            diagnostics.add(Diagnostic.error("cpu-number", numbered.get(body),
                    "a CPU has a number only in a setup; elsewhere CPUs are all alike"));
        }
        for (Node node : body.nodes()) {
            if (node.step() instanceof Step.Call call && functions.containsKey(call.function())
                    && seen.add(call.function())) {
                numbers(functions.get(call.function()), seen);
            }
        }
    }
}
