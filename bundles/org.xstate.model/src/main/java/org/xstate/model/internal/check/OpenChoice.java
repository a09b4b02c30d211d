package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.OpenKnobs;
import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;
import org.xstate.model.type.Type;

/** The choice of the values of open knobs, with which a model begins. */
final class OpenChoice {

    private final OpenKnobs wanted;
    private final Map<String, Opened> opened = new LinkedHashMap<>();

    private record Opened(Program.Knob knob, Place.Global place) {
    }

    OpenChoice(OpenKnobs wanted) {
        this.wanted = wanted;
    }

    boolean has(String name) {
        return wanted.names().contains(name);
    }

    void add(Program.Knob knob, Place.Global place) {
        opened.put(knob.name(), new Opened(knob, place));
    }

    /** Names that no knob has. */
    List<String> missing() {
        return wanted.names().stream().filter(name -> !opened.containsKey(name)).toList();
    }

    /** Comes before all other setups; empty if nothing is open. */
    Optional<Program.Setup> setup(ProgramChecker program) {
        if (opened.isEmpty() || opened.size() < wanted.names().size()) {
            return Optional.empty();
        }
        Span span = opened.values().iterator().next().knob().span();
        Graph graph = wanted.valuations().map(all -> listed(program, all, span)).orElseGet(() -> free(span));
        return Optional.of(new Program.Setup("open knobs", graph, span));
    }

    private Graph free(Span span) {
        List<Graph.LocalVariable> locals = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        opened.forEach((name, one) -> {
            Place.Local chosen = new Place.Local(locals.size(), one.place().type());
            locals.add(new Graph.LocalVariable(name, chosen.type()));
            steps.add(new Step.Choose(chosen, Collections.min(one.knob().values().values()),
                    Collections.max(one.knob().values().values())));
            steps.add(new Step.Assign(one.place(), new Value.Load(chosen)));
        });
        return graph(locals, steps, span);
    }

    /** A choice of one row of a table; each knob has a column. */
    private Graph listed(ProgramChecker program, List<List<Long>> all, Span span) {
        Place.Local row = new Place.Local(0, Type.INT);
        List<Step> steps = new ArrayList<>(List.of(new Step.Choose(row, 0, all.size() - 1L)));
        for (int i = 0; i < wanted.names().size(); i++) {
            int column = i;
            Opened one = opened.get(wanted.names().get(i));
            List<Long> values = all.stream().map(valuation -> valuation.get(column)).toList();
            values.stream().filter(value -> !one.knob().values().containsValue(value)).findFirst()
                    .ifPresent(value -> program.diagnostics.add(Diagnostic.error("no-such-value", span,
                            "knob '" + one.knob().name() + "' has no value number " + value)));
            Type.Array type = new Type.Array(one.place().type(), all.size());
            String table = "values of " + one.knob().name();
            program.unit.globals.add(new Program.Variable(table, type, false, true, values, span));
            steps.add(new Step.Assign(one.place(), new Value.Load(new Place.Element(
                    new Place.Global(table, type), new Value.Load(row), one.place().type()))));
        }
        return graph(List.of(new Graph.LocalVariable("row", Type.INT)), steps, span);
    }

    private static Graph graph(List<Graph.LocalVariable> locals, List<Step> steps, Span span) {
        List<Graph.Node> nodes = new ArrayList<>();
        for (Step step : steps) {
            nodes.add(new Graph.Node(span, "open knobs", step, List.of(nodes.size() + 1)));
        }
        nodes.add(new Graph.Node(span, "open knobs", new Step.Return(Optional.empty()), List.of()));
        return new Graph(locals, nodes);
    }
}
