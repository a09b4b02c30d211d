package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;

/**
 * The nodes of a body without those that cannot be reached or only lead on; the first one first, then those where a process
 * can stop, so that few bits tell where it stands.
 */
final class Ordering {

    private Ordering() {
    }

    /** Whether a process can stop before a node. */
    static boolean stops(Procedure.Node node) {
        boolean waits = node.instruction() instanceof Instruction.Interleave
                || node.instruction() instanceof Instruction.Assume assume && assume.blocking();
        return !node.atomic() && (waits || node.visibility() != Visibility.NONE);
    }

    /** The body in order, with what is live. */
    static Lowered order(Lowered body) {
        return ordered(body).body;
    }

    /** @param numbers which node each one was before */
    record Ordered(Lowered body, List<Integer> numbers) {
    }

    static Ordered ordered(Lowered body) {
        List<Procedure.Node> nodes = body.nodes();
        List<Integer> reached = new ArrayList<>();
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(settled(nodes, 0)));
        while (!open.isEmpty()) {
            int index = open.pop();
            if (!seen.get(index)) {
                seen.set(index);
                reached.add(index);
                next(nodes.get(index)).reversed().forEach(one -> open.push(settled(nodes, one)));
            }
        }
        List<Integer> order = new ArrayList<>(List.of(reached.getFirst()));
        reached.stream().skip(1).filter(index -> stops(nodes.get(index))).forEach(order::add);
        reached.stream().skip(1).filter(index -> !stops(nodes.get(index))).forEach(order::add);
        Map<Integer, Integer> numbers = new HashMap<>();
        order.forEach(index -> numbers.put(index, numbers.size()));
        List<Procedure.Node> ordered = order.stream().map(nodes::get).map(node -> {
            List<Integer> next = next(node).stream().map(one -> numbers.get(settled(nodes, one))).toList();
            Instruction instruction = node.instruction() instanceof Instruction.Branch && next.size() == 1
                    ? new Instruction.Nothing()
                    : node.instruction();
            return new Procedure.Node(node.span(), node.statement(), node.calls(), instruction, next,
                    node.visibility(), node.atomic(), node.live());
        }).toList();
        List<BitSet> live = Liveness.of(ordered);
        List<Procedure.Node> told = new ArrayList<>();
        for (int i = 0; i < live.size(); i++) {
            Procedure.Node node = ordered.get(i);
            told.add(new Procedure.Node(node.span(), node.statement(), node.calls(), node.instruction(),
                    node.next(),
                    node.visibility(), node.atomic(), live.get(i)));
        }
        return new Ordered(new Lowered(body.name(), body.parameters(), body.locals(), told), order);
    }

    /** Where a node really leads to. */
    private static List<Integer> next(Procedure.Node node) {
        return node.instruction() instanceof Instruction.Branch(Expression.Constant(long value))
                ? List.of(node.next().get(value != 0 ? 0 : 1))
                : node.next();
    }

    /** The first node from there on that does something or can be stopped at; in an endless circle, one that does not. */
    private static int settled(List<Procedure.Node> nodes, int from) {
        Set<Integer> seen = new HashSet<>();
        int index = from;
        while (seen.add(index)) {
            Procedure.Node node = nodes.get(index);
            boolean nothing = node.instruction() instanceof Instruction.Nothing
                    || node.instruction() instanceof Instruction.Branch(Expression.Constant _);
            if (!nothing || stops(node)) {
                return index;
            }
            index = next(node).getFirst();
        }
        return index;
    }
}
