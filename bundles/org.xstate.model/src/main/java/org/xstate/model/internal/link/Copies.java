package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;

/** Uses of locals that are copies of others replaced by the others: then few of the copies are needed across two steps. */
final class Copies {

    private static final int NONE = -1;

    private final Lowered body;
    /** By node for each local what it is a copy of; null if the node has not been reached. */
    private final int[][] known;

    private Copies(Lowered body) {
        this.body = body;
        this.known = new int[body.nodes().size()][];
    }

    static Lowered replaced(Lowered body) {
        Copies copies = new Copies(body);
        copies.analyse();
        List<Procedure.Node> nodes = new ArrayList<>();
        for (int i = 0; i < body.nodes().size(); i++) {
            Procedure.Node node = body.nodes().get(i);
            int[] originals = copies.known[i];
            nodes.add(new Procedure.Node(node.span(), node.statement(), node.calls(),
                    Rewriting.expressions(node.instruction(),
                            one -> Rewriting.locals(one, local -> original(originals, local))),
                    node.next(), node.visibility(), node.atomic(), node.live()));
        }
        return new Lowered(body.name(), body.parameters(), body.locals(), nodes);
    }

    private static int original(int[] originals, int local) {
        return originals == null || originals[local] == NONE ? local : originals[local];
    }

    private void analyse() {
        int[] start = new int[body.locals().size()];
        Arrays.fill(start, NONE);
        known[0] = start;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int number = open.poll();
            Procedure.Node node = body.nodes().get(number);
            int[] after = after(node.instruction(), known[number]);
            for (int next : node.next()) {
                if (join(next, after)) {
                    open.add(next);
                }
            }
        }
    }

    private int[] after(Instruction instruction, int[] before) {
        OptionalInt target = Rewriting.target(instruction);
        if (target.isEmpty()) {
            return before;
        }
        int local = target.getAsInt();
        int[] after = before.clone();
        for (int i = 0; i < after.length; i++) {
            if (after[i] == local) {
                after[i] = NONE;
            }
        }
        after[local] = NONE;
        if (instruction instanceof Instruction.SetLocal(int _, Expression.Local(int source))
                && source != local) {
            int origin = original(before, source);
            if (origin == local) {
                return before;
            }
            boolean named = isTemporary(origin) && !isTemporary(local);
            after[named ? origin : local] = named ? local : origin;
        }
        return after;
    }

    /** A reader of the state knows the names of the text. */
    private boolean isTemporary(int local) {
        return body.locals().get(local).name().startsWith("$");
    }

    /** Keeps what is a copy on every way; whether that has become less. */
    private boolean join(int node, int[] more) {
        if (known[node] == null) {
            known[node] = more.clone();
            return true;
        }
        boolean changed = false;
        for (int i = 0; i < more.length; i++) {
            if (known[node][i] != more[i] && known[node][i] != NONE) {
                known[node][i] = NONE;
                changed = true;
            }
        }
        return changed;
    }
}
