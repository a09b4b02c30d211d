package org.xstate.model.internal.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

import org.xstate.model.link.Instruction;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Visibility;

/**
 * Where other CPUs can make interrupts begin: by what a process did for others to see, one of them may be led to send it an
 * interrupt, which then may come before what the process does next on its own CPU. So the process stops there, although no
 * interrupt may begin yet when it comes there. Further on there is no need: what is sent later could have been sent there.
 */
final class Answers {

    private Answers() {
    }

    /** The body with such stops. */
    static Lowered awaited(Lowered body) {
        List<Procedure.Node> nodes = body.nodes();
        BitSet stops = new BitSet();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).visibility() == Visibility.SHARED) {
                follow(nodes, i, stops);
            }
        }
        List<Procedure.Node> awaited = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Procedure.Node node = nodes.get(i);
            awaited.add(stops.get(i)
                    ? new Procedure.Node(node.span(), node.statement(), node.calls(), node.instruction(),
                            node.next(), Visibility.SHARED, node.atomic(), node.live())
                    : node);
        }
        return new Lowered(body.name(), body.parameters(), body.locals(), awaited);
    }

    /** The next nodes that an interrupt could see, with no stop between. */
    private static void follow(List<Procedure.Node> nodes, int from, BitSet found) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(nodes.get(from).next());
        while (!open.isEmpty()) {
            int number = open.pop();
            Procedure.Node node = nodes.get(number);
            boolean stop = !node.atomic() && (node.visibility() != Visibility.NONE
                    || node.instruction() instanceof Instruction.Interleave);
            if (stop) {
                found.set(number, node.visibility() == Visibility.LOCAL || found.get(number));
            } else if (!seen.get(number)) {
                seen.set(number);
                open.addAll(node.next());
            }
        }
    }
}
