package org.xstate.model.internal.link;

import java.util.List;

import org.xstate.model.link.Procedure;

/**
 * A body in the form that is executed, before it is made smaller.
 *
 * @param kept the locals with the ranges that they have where a process can stop
 */
record Lowered(String name, int parameters, List<Procedure.Local> locals, List<Procedure.Local> kept,
        List<Procedure.Node> nodes) {

    Lowered(String name, int parameters, List<Procedure.Local> locals, List<Procedure.Node> nodes) {
        this(name, parameters, locals, locals, nodes);
    }

    Procedure procedure() {
        return new Procedure(name, parameters, locals, nodes);
    }
}
