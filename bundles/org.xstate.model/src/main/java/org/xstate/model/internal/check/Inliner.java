package org.xstate.model.internal.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Graph.Node;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;

/** Puts the graphs of functions in the place of their calls; there is no recursion when it is asked. */
final class Inliner {

    /** Beyond this a rule is not one that anybody explores. */
    private static final int MAX_NODES = 100_000;

    /** A rule that becomes too large. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, Graph> functions;
    private final Map<String, Graph> expanded = new HashMap<>();

    Inliner(Map<String, Graph> functions) {
        this.functions = functions;
    }

    Graph expand(Graph graph) {
        List<Graph.LocalVariable> locals = new ArrayList<>(graph.locals());
        List<Node> nodes = new ArrayList<>(graph.nodes());
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).step() instanceof Step.Call call) {
                nodes.set(i, spliced(nodes.get(i), call, locals, nodes));
            }
        }
        return Flow.compact(new Graph(locals, nodes));
    }

    /** Appends the callee; gives what stands in the place of the call. */
    private Node spliced(Node node, Step.Call call, List<Graph.LocalVariable> locals, List<Node> nodes) {
        Graph callee = callee(call.function());
        int slots = locals.size();
        locals.addAll(callee.locals());
        int first = nodes.size();
        List<Value> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Place parameter = new Place.Local(slots + i, callee.locals().get(i).type());
            nodes.add(new Node(node.span(), node.statement(), new Step.Assign(parameter, arguments.get(i)),
                    List.of(nodes.size() + 1)));
        }
        int start = nodes.size();
        if (start + callee.nodes().size() > MAX_NODES) {
            throw new TooLarge();
        }
        Shift shift = new Shift(slots);
        for (Node inner : callee.nodes()) {
            if (inner.step() instanceof Step.Return(Optional<Value> value)) {
                Step step = value.isPresent() && call.result().isPresent()
                        ? new Step.Assign(call.result().get(), shift.value(value.get()))
                        : new Step.Nothing();
                nodes.add(new Node(inner.span(), inner.statement(), step, node.next()));
            } else {
                nodes.add(new Node(inner.span(), inner.statement(), shift.step(inner.step()),
                        inner.next().stream().map(next -> next + start).toList()));
            }
        }
        return new Node(node.span(), node.statement(), new Step.Nothing(), List.of(first));
    }

    private Graph callee(String name) {
        Graph known = expanded.get(name);
        if (known == null) {
            known = expand(functions.get(name));
            expanded.put(name, known);
        }
        return known;
    }

    /** Moves local variables behind those of the caller. */
    private record Shift(int by) {

        Step step(Step step) {
            return switch (step) {
                case Step.Assign assign -> new Step.Assign(place(assign.target()), value(assign.value()));
                case Step.Choose choose ->
                    new Step.Choose(place(choose.target()), choose.low(), choose.high());
                case Step.ChooseObject choose -> new Step.ChooseObject(place(choose.target()), choose.pool());
                case Step.Call call -> new Step.Call(call.result().map(this::place), call.function(),
                        call.arguments().stream().map(this::value).toList());
                case Step.Assume assume -> new Step.Assume(value(assume.condition()));
                case Step.Assert claim -> new Step.Assert(value(claim.condition()), claim.text());
                case Step.Copy copy ->
                    new Step.Copy(value(copy.to()), value(copy.from()), value(copy.size()));
                case Step.Fill fill ->
                    new Step.Fill(value(fill.to()), value(fill.octet()), value(fill.size()));
                case Step.Branch branch -> new Step.Branch(value(branch.condition()));
                case Step.Return back -> new Step.Return(back.value().map(this::value));
                case Step.Cover _,Step.AtomicBegin _,Step.AtomicEnd _,Step.Interleave _,Step.Nothing _ ->
                    step;
            };
        }

        Place place(Place place) {
            return switch (place) {
                case Place.Local local -> local(local);
                case Place.Global _ -> place;
                case Place.PerCpu one -> new Place.PerCpu(one.name(), one.cpu().map(this::value), one.type());
                case Place.Element one ->
                    new Place.Element(place(one.array()), value(one.index()), one.type());
                case Place.Field one -> new Place.Field(place(one.struct()), one.member(), one.type());
                case Place.Target one -> new Place.Target(value(one.pointer()), one.type());
            };
        }

        private Place.Local local(Place.Local local) {
            return new Place.Local(local.slot() + by, local.type());
        }

        Value value(Value value) {
            return switch (value) {
                case Value.Constant _,Value.TokenName _,Value.Current _,Value.ThisCpu _ -> value;
                case Value.Load load -> new Value.Load(place(load.place()));
                case Value.Address one -> new Value.Address(place(one.place()), one.type());
                case Value.Unary one -> new Value.Unary(one.operator(), value(one.operand()), one.type());
                case Value.Binary one ->
                    new Value.Binary(one.operator(), value(one.left()), value(one.right()), one.type());
                case Value.Select one -> new Value.Select(value(one.condition()), value(one.then()),
                        value(one.otherwise()), one.type());
                case Value.Convert one -> new Value.Convert(value(one.operand()), one.type());
                case Value.Quantifier one ->
                    new Value.Quantifier(one.all(), local(one.object()), one.pool(), value(one.condition()));
            };
        }
    }
}
