package org.xstate.model.internal.bytecode;

import java.util.BitSet;
import java.util.OptionalInt;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/** How a procedure becomes methods. */
final class ProcedurePlan {

    private final MachinePlan machine;
    private final int number;
    private final Procedure procedure;
    private final Flow flow;
    private final boolean body;
    private final BitSet stops;
    private final int[] blocks;
    private final int[] choices;
    private final int[] before;

    /** @param stops nodes before which a process may stop; empty if it is not the body of one */
    ProcedurePlan(MachinePlan machine, int number, Flow flow, boolean body, BitSet stops) {
        this.machine = machine;
        this.number = number;
        this.procedure = machine.machine().procedures().get(number);
        this.flow = flow;
        this.body = body;
        this.stops = stops;
        blocks = new int[procedure.nodes().size()];
        choices = new int[procedure.nodes().size()];
        before = new int[procedure.nodes().size()];
        for (int node : flow.order()) {
            flow.next(node).forEach(next -> before[next] = node);
        }
    }

    /** Numbers blocks, which are executed as a whole or not at all, and choices. */
    void number(CoverageMap coverage) {
        for (int node : flow.order()) {
            if (beginsBlock(node)) {
                blocks[node] = coverage.block();
            } else {
                blocks[node] = blocks[before(node)];
            }
            coverage.add(blocks[node], machine.origin(number, node));
            if (procedure.nodes().get(node).instruction() instanceof Instruction.Choose choose) {
                choices[node] = coverage.choice(machine.origin(number, node), choose);
            }
        }
    }

    Procedure procedure() {
        return procedure;
    }

    Procedure.Node node(int wanted) {
        return procedure.nodes().get(wanted);
    }

    Flow flow() {
        return flow;
    }

    boolean isBody() {
        return body;
    }

    boolean isPossibleStop(int node) {
        return stops.get(node);
    }

    /** The block that begins at the node. */
    OptionalInt mark(int node) {
        return beginsBlock(node) ? OptionalInt.of(blocks[node]) : OptionalInt.empty();
    }

    int choice(int node) {
        return choices[node];
    }

    /** What a step has less for each time it comes to this node, at which a loop begins. */
    int fuel(int node) {
        return machine.costs().from(number, node);
    }

    boolean mayStop(int called) {
        return machine.mayStop(called);
    }

    /** Whether it is cut into parts: because a process stops inside, or because it is too large for one method. */
    boolean isCut() {
        return body || size() > Sizes.METHOD;
    }

    /** Whether every local is written before it is read. */
    boolean isResidual() {
        return machine.isResidual(number);
    }

    /** Where parts begin for certain. */
    BitSet heads() {
        BitSet heads = (BitSet) stops.clone();
        heads.set(0);
        return heads;
    }

    private int size() {
        int size = Sizes.CLEARED_LOCAL * procedure.locals().size();
        for (int node : flow.order()) {
            size += Sizes.of(procedure.nodes().get(node).instruction());
        }
        return size;
    }

    private boolean beginsBlock(int node) {
        if (node == 0 || stops.get(node) || flow.isLoopHead(node) || flow.predecessors(node) != 1) {
            return true;
        }
        return switch (procedure.nodes().get(before(node)).instruction()) {
            case Instruction.Branch _,Instruction.Assume _,Instruction.Assert _ -> true;
            case Instruction.Call(_, int called, _) -> mayStop(called);
            default -> false;
        };
    }

    /** The only node that leads to one that does not begin a block. */
    private int before(int node) {
        return before[node];
    }
}
