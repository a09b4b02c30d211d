package org.xstate.model.internal.check;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.internal.Diagnostics;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Place;
import org.xstate.model.ir.Step;

/**
 * Whether local variables have a value when they are read, on every path that the knobs leave open. A struct or an array has
 * one as soon as a part of it was written.
 */
final class Assigned {

    private final Graph graph;
    private final BitSet[] before;

    private Assigned(Graph graph, BitSet given) {
        this.graph = graph;
        this.before = new BitSet[graph.nodes().size()];
        before[0] = given;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int node = open.pop();
            BitSet after = after(node);
            for (int next : Flow.live(graph.nodes().get(node))) {
                if (join(next, after)) {
                    open.push(next);
                }
            }
        }
    }

    /** @param raw what was built, with its end: the reads count its nodes */
    static void check(Graph raw, GraphBuilder builder, Diagnostics diagnostics) {
        List<GraphBuilder.Read> reads = builder.reads();
        if (reads.isEmpty()) {
            return;
        }
        Assigned assigned = new Assigned(raw, (BitSet) builder.given().clone());
        Set<Integer> said = new HashSet<>();
        for (GraphBuilder.Read read : reads) {
            BitSet known = assigned.before[read.node()];
            if (known != null && !known.get(read.slot()) && said.add(read.slot())) {
                diagnostics.add(Diagnostic.error("uninitialised", read.span(),
                        "'" + raw.locals().get(read.slot()).name()
                                + "' may be read here before it has a value"));
            }
        }
    }

    /** What is assigned on all paths that were seen; true if that is less than before. */
    private boolean join(int node, BitSet assigned) {
        if (before[node] == null) {
            before[node] = (BitSet) assigned.clone();
            return true;
        }
        int size = before[node].cardinality();
        before[node].and(assigned);
        return before[node].cardinality() < size;
    }

    private BitSet after(int node) {
        Optional<Integer> slot = target(graph.nodes().get(node).step()).flatMap(Assigned::slot);
        if (slot.isEmpty()) {
            return before[node];
        }
        BitSet after = (BitSet) before[node].clone();
        after.set(slot.get());
        return after;
    }

    private static Optional<Place> target(Step step) {
        return switch (step) {
            case Step.Assign assign -> Optional.of(assign.target());
            case Step.Choose choose -> Optional.of(choose.target());
            case Step.ChooseObject choose -> Optional.of(choose.target());
            case Step.ChooseCpu choose -> Optional.of(choose.target());
            case Step.Call call -> call.result();
            default -> Optional.empty();
        };
    }

    /** The local variable that a place is in. */
    static Optional<Integer> slot(Place place) {
        return switch (place) {
            case Place.Local local -> Optional.of(local.slot());
            case Place.Element element -> slot(element.array());
            case Place.Field field -> slot(field.struct());
            case Place.Global _,Place.PerCpu _,Place.Target _ -> Optional.empty();
        };
    }
}
