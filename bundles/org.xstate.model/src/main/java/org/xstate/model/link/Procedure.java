package org.xstate.model.link;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.type.Type;

/**
 * Nodes with numbers; execution starts at node 0.
 *
 * @param parameters how many of the locals are parameters; they come first
 */
public record Procedure(String name, int parameters, List<Local> locals, List<Node> nodes) {

    public Procedure {
        locals = List.copyOf(locals);
        nodes = List.copyOf(nodes);
    }

    /** @param min least value that it can have, as far as is known */
    public record Local(String name, Type type, long min, long max) {
    }

    /**
     * @param span       where the statement is
     * @param statement  its text
     * @param calls      the calls that led here, outermost first, where calls were expanded
     * @param next       numbers of the nodes that follow: none after a return, two after a branch, else one
     * @param visibility who else could see the difference between before and after
     * @param atomic     whether nobody may intervene before this node because it is inside an atomic section
     * @param live       locals whose values are needed from here on
     */
    public record Node(Span span, String statement, List<Frame> calls, Instruction instruction,
            List<Integer> next, Visibility visibility, boolean atomic, BitSet live) {
        public Node {
            calls = List.copyOf(calls);
            next = List.copyOf(next);
            live = (BitSet) live.clone();
        }
    }

    /**
     * A call that was expanded: the function that is in, and where the call stands.
     *
     * @param locals number of the first of its locals; they go on to the first ones of other frames
     */
    public record Frame(String function, Optional<Span> call, int locals) {
    }
}
