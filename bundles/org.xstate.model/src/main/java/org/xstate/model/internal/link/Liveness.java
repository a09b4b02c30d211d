package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.xstate.model.link.Expression;
import org.xstate.model.link.Procedure;

/** Which locals are needed from a node on. */
final class Liveness {

    private Liveness() {
    }

    /** By node the locals that it, or what follows it, reads before it sets them. */
    static List<BitSet> of(List<Procedure.Node> nodes) {
        List<BitSet> live = new ArrayList<>();
        List<BitSet> reads = new ArrayList<>();
        for (Procedure.Node node : nodes) {
            live.add(new BitSet());
            BitSet read = new BitSet();
            Rewriting.parts(node.instruction()).forEach(one -> read(one, read));
            reads.add(read);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = nodes.size() - 1; i >= 0; i--) {
                BitSet before = new BitSet();
                for (int next : nodes.get(i).next()) {
                    before.or(live.get(next));
                }
                Rewriting.target(nodes.get(i).instruction()).ifPresent(before::clear);
                before.or(reads.get(i));
                if (!before.equals(live.get(i))) {
                    live.set(i, before);
                    changed = true;
                }
            }
        }
        return live;
    }

    private static void read(Expression expression, BitSet locals) {
        if (expression instanceof Expression.Local(int number)) {
            locals.set(number);
        }
        Rewriting.parts(expression).forEach(one -> read(one, locals));
    }
}
