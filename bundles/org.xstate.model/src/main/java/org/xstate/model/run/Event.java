package org.xstate.model.run;

import java.util.List;

/**
 * A node that was executed.
 *
 * @param procedure in which it is
 * @param node      its number there
 * @param calls     the nodes with calls that led to the procedure, outermost first
 * @param writes    slots that it wrote, in order; ghost ones, too
 * @param locals    locals that it set; of a call, the parameters of what is called
 */
public record Event(int procedure, int node, List<Caller> calls, List<Write> writes,
        List<LocalValue> locals) {

    public Event {
        calls = List.copyOf(calls);
        writes = List.copyOf(writes);
        locals = List.copyOf(locals);
    }

    /** A node with a call. */
    public record Caller(int procedure, int node) {
    }
}
