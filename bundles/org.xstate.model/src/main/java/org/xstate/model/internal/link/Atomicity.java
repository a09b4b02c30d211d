package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Step;

/** Which nodes of a graph are inside of atomic sections. */
final class Atomicity {

    private Atomicity() {
    }

    /** Nodes before which nobody may intervene; the node that begins a section is not one of them. */
    static BitSet inside(Graph graph, boolean whole) {
        BitSet inside = new BitSet();
        if (whole) {
            inside.set(0, graph.nodes().size());
            return inside;
        }
        int[] depths = new int[graph.nodes().size()];
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.push(0);
        seen.set(0);
        while (!open.isEmpty()) {
            int number = open.pop();
            Graph.Node node = graph.nodes().get(number);
            if (depths[number] > 0) {
                inside.set(number);
            }
            int after = switch (node.step()) {
                case Step.AtomicBegin _ -> depths[number] + 1;
                case Step.AtomicEnd _ -> Math.max(0, depths[number] - 1);
                default -> depths[number];
            };
            for (int next : node.next()) {
                if (!seen.get(next)) {
                    seen.set(next);
                    depths[next] = after;
                    open.push(next);
                }
            }
        }
        return inside;
    }
}
