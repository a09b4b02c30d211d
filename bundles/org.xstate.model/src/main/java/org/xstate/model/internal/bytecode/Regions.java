package org.xstate.model.internal.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.xstate.model.link.Procedure;

/**
 * A procedure cut into parts that are entered at one node each, their head. The given heads are among them: where a process
 * can stand between two steps. Further heads are where parts meet, and where a part would become too large.
 */
final class Regions {

    private static final int NONE = -1;

    private final Procedure procedure;
    private final Flow flow;
    private final BitSet heads;
    private final int[] head;

    private Regions(Procedure procedure, Flow flow, BitSet heads) {
        this.procedure = procedure;
        this.flow = flow;
        this.heads = (BitSet) heads.clone();
        head = new int[procedure.nodes().size()];
    }

    static Regions of(Procedure procedure, Flow flow, BitSet heads) {
        Regions regions = new Regions(procedure, flow, heads);
        do {
            regions.spread();
        } while (regions.cut());
        return regions;
    }

    /** Nodes at which a part begins. */
    BitSet heads() {
        return heads;
    }

    boolean isHead(int node) {
        return heads.get(node);
    }

    /** The nodes of each part, by its head; the head first. */
    Map<Integer, List<Integer>> nodes() {
        Map<Integer, List<Integer>> parts = new TreeMap<>();
        heads.stream().forEach(node -> parts.put(node, new ArrayList<>(List.of(node))));
        for (int node : flow.order()) {
            if (!heads.get(node)) {
                parts.get(head[node]).add(node);
            }
        }
        return parts;
    }

    /** Gives every node the head of those that lead to it, and makes it a head if these differ. */
    private void spread() {
        boolean again;
        do {
            again = false;
            Arrays.fill(head, NONE);
            heads.stream().forEach(node -> head[node] = node);
            for (int node : flow.order()) {
                for (int next : flow.next(node)) {
                    // what comes after the beginning of a loop has been given a head already
                    again |= meet(head[node], next) && flow.position(next) <= flow.position(node);
                }
            }
        } while (again);
    }

    /** Whether the node becomes a head. */
    private boolean meet(int from, int node) {
        if (heads.get(node) || head[node] == from) {
            return false;
        }
        if (head[node] == NONE) {
            head[node] = from;
            return false;
        }
        heads.set(node);
        head[node] = node;
        return true;
    }

    /** Makes a head of the first node with which a part would be too large; whether there was one. */
    private boolean cut() {
        int[] size = new int[head.length];
        boolean any = false;
        BitSet full = new BitSet();
        for (int node : flow.order()) {
            int part = head[node];
            int bytes = Sizes.of(procedure.nodes().get(node).instruction());
            if (!heads.get(node) && size[part] + bytes > Sizes.METHOD && !full.get(part)) {
                heads.set(node);
                full.set(part);
                any = true;
            }
            size[part] += bytes;
        }
        return any;
    }
}
