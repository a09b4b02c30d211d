package org.xstate.model.internal.link;

import java.util.List;

import org.xstate.model.link.Procedure;

/** A body in the form that is executed, before it is made smaller. */
record Lowered(String name, int parameters, List<Procedure.Local> locals, List<Procedure.Node> nodes) {

    Procedure procedure() {
        return new Procedure(name, parameters, locals, nodes);
    }
}
