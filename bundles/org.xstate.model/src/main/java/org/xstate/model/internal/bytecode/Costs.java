package org.xstate.model.internal.bytecode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Machine;

/**
 * Upper bounds of how many nodes are executed on a way that goes round no loop. With them a step that may be endless is
 * noticed by counting at loops alone; whether it really is, the interpreter decides by counting every node.
 */
final class Costs {

    /** Most nodes of a step. */
    static final int MAX_NODES = 100_000;

    private final Machine machine;
    private final List<Flow> flows;
    private final Map<Integer, int[]> longest = new HashMap<>();

    Costs(Machine machine, List<Flow> flows) {
        this.machine = machine;
        this.flows = flows;
    }

    /** Nodes from this one to the end, at most {@link #MAX_NODES} + 1. */
    int from(int procedure, int node) {
        return longest(procedure)[node];
    }

    /** Nodes from wherever execution may start. */
    int of(int procedure) {
        int most = 0;
        for (int cost : longest(procedure)) {
            most = Math.max(most, cost);
        }
        return most;
    }

    private int[] longest(int procedure) {
        int[] known = longest.get(procedure);
        if (known == null) {
            known = compute(procedure);
            longest.put(procedure, known);
        }
        return known;
    }

    private int[] compute(int procedure) {
        Flow flow = flows.get(procedure);
        int[] cost = new int[machine.procedures().get(procedure).nodes().size()];
        for (int i = flow.order().size() - 1; i >= 0; i--) {
            int node = flow.order().get(i);
            int rest = 0;
            for (int next : flow.next(node)) {
                rest = flow.position(next) > i ? Math.max(rest, cost[next]) : rest;
            }
            Instruction instruction = machine.procedures().get(procedure).nodes().get(node).instruction();
            int called = instruction instanceof Instruction.Call call ? from(call.procedure(), 0) : 0;
            cost[node] = Math.min(MAX_NODES + 1, 1 + called + rest);
        }
        return cost;
    }
}
