package org.xstate.model.internal.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.diagnostic.Span;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Graph.Node;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;

/** Which nodes of a graph can be reached: for messages, and to leave out those that cannot. */
final class Flow {

    private Flow() {
    }

    /** A body's graph with the end that it may run into. */
    static Graph ended(Graph raw, Span span) {
        List<Node> nodes = new ArrayList<>(raw.nodes());
        nodes.add(new Node(span, "}", new Step.Return(Optional.empty()), List.of()));
        return new Graph(raw.locals(), nodes);
    }

    /** An ended graph in its final form. */
    static Graph finished(Graph ended, boolean needsValue, String name, Span span, Diagnostics diagnostics) {
        List<Node> nodes = ended.nodes();
        int end = nodes.size() - 1;
        Set<Integer> anyhow = reached(index -> nodes.get(index).next());
        unreachable(nodes, anyhow, diagnostics);
        Graph graph = compact(ended);
        boolean fallsOut = reached(index -> live(nodes.get(index))).contains(end);
        if (needsValue && fallsOut) {
            diagnostics
                    .add(Diagnostic.error("missing-return", span, "'" + name + "' can end without a return"));
        }
        return graph;
    }

    private static void unreachable(List<Node> nodes, Set<Integer> reached, Diagnostics diagnostics) {
        boolean said = false;
        for (int i = 0; i + 1 < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (reached.contains(i)) {
                said = false;
            } else if (!said && !(node.step() instanceof Step.Nothing)
                    && !(node.step() instanceof Step.AtomicEnd)) {
                diagnostics.add(Diagnostic.warning("unreachable", node.span(), "this is never reached"));
                said = true;
            }
        }
    }

    private static Set<Integer> reached(IntFunction<List<Integer>> next) {
        Set<Integer> reached = new HashSet<>(Set.of(0));
        Deque<Integer> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (int successor : next.apply(open.pop())) {
                if (reached.add(successor)) {
                    open.push(successor);
                }
            }
        }
        return reached;
    }

    /** Where a node really leads to. */
    static List<Integer> live(Node node) {
        return node.step() instanceof Step.Branch(Value.Constant constant)
                ? List.of(node.next().get(constant.bits() == 0 ? 1 : 0))
                : node.next();
    }

    /** Without nodes that cannot be reached, branches on constants, and nodes that only lead on. */
    static Graph compact(Graph graph) {
        List<Node> nodes = graph.nodes();
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(settled(nodes, 0)));
        while (!open.isEmpty()) {
            int index = open.pop();
            if (numbers.putIfAbsent(index, order.size()) == null) {
                order.add(index);
                live(nodes.get(index)).reversed().forEach(next -> open.push(settled(nodes, next)));
            }
        }
        List<Node> kept = order.stream().map(nodes::get).map(node -> new Node(node.span(), node.statement(),
                node.step() instanceof Step.Branch(Value.Constant _) ? new Step.Nothing() : node.step(),
                live(node).stream().map(next -> numbers.get(settled(nodes, next))).toList())).toList();
        return new Graph(graph.locals(), kept);
    }

    /** The first node from there on that does something; in an endless circle of nothing, one that does not. */
    private static int settled(List<Node> nodes, int from) {
        Set<Integer> seen = new HashSet<>();
        int index = from;
        while (seen.add(index)) {
            Node node = nodes.get(index);
            boolean nothing = node.step() instanceof Step.Nothing
                    || node.step() instanceof Step.Branch(Value.Constant _);
            if (!nothing) {
                return index;
            }
            index = live(node).getFirst();
        }
        return index;
    }
}
