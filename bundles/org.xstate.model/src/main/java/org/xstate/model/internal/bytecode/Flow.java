package org.xstate.model.internal.bytecode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/**
 * The graph of a procedure: an order in which nodes come after those that lead to them (but for loops), and the nodes at
 * which loops close.
 */
final class Flow {

    private final List<Procedure.Node> nodes;
    private final List<Integer> order = new ArrayList<>();
    private final BitSet loopHeads = new BitSet();
    private final int[] predecessors;
    private final int[] position;

    Flow(Procedure procedure, BitSet roots) {
        nodes = procedure.nodes();
        predecessors = new int[nodes.size()];
        position = new int[nodes.size()];
        BitSet done = new BitSet();
        for (int root = roots.length() - 1; root >= 0; root = roots.previousSetBit(root - 1)) {
            walk(root, done);
        }
        Collections.reverse(order);
        for (int i = 0; i < order.size(); i++) {
            position[order.get(i)] = i;
            next(order.get(i)).forEach(to -> predecessors[to]++);
        }
    }

    /** The nodes that may follow. */
    List<Integer> next(int node) {
        Procedure.Node here = nodes.get(node);
        return here.instruction() instanceof Instruction.Return ? List.of() : here.next();
    }

    /** All nodes that can be reached from the roots. */
    List<Integer> order() {
        return order;
    }

    int position(int node) {
        return position[node];
    }

    boolean isLoopHead(int node) {
        return loopHeads.get(node);
    }

    boolean hasLoops() {
        return !loopHeads.isEmpty();
    }

    int predecessors(int node) {
        return predecessors[node];
    }

    private record Visit(int node, int[] following) {
    }

    /** Depth first without recursion: graphs are deep where they are long. */
    private void walk(int root, BitSet done) {
        if (done.get(root)) {
            return;
        }
        BitSet open = new BitSet();
        Deque<Visit> path = new ArrayDeque<>();
        enter(root, done, open, path);
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            int which = visit.following()[0]++;
            List<Integer> next = next(visit.node());
            if (which == next.size()) {
                path.pop();
                open.clear(visit.node());
                order.add(visit.node());
            } else if (open.get(next.get(which))) {
                loopHeads.set(next.get(which));
            } else if (!done.get(next.get(which))) {
                enter(next.get(which), done, open, path);
            }
        }
    }

    private static void enter(int node, BitSet done, BitSet open, Deque<Visit> path) {
        done.set(node);
        open.set(node);
        path.push(new Visit(node, new int[1]));
    }
}
