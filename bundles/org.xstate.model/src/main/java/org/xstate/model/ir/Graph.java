package org.xstate.model.ir;

import java.util.List;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.type.Type;

/**
 * The control flow of a function, a task, a rule or a property. Execution starts at node 0.
 *
 * @param locals the types of the local variables by slot: parameters, named locals, temporaries
 * @param nodes  by number
 */
public record Graph(List<LocalVariable> locals, List<Node> nodes) {

    public Graph {
        locals = List.copyOf(locals);
        nodes = List.copyOf(nodes);
    }

    /** @param name as in the source; a temporary has a name that begins with {@code $} */
    public record LocalVariable(String name, Type type) {
    }

    /**
     * @param span      where the statement is
     * @param statement its text: what a trace shows
     * @param next      numbers of the nodes that follow: none after a return, two after a branch, else one
     */
    public record Node(Span span, String statement, Step step, List<Integer> next) {
        public Node {
            next = List.copyOf(next);
        }
    }
}
