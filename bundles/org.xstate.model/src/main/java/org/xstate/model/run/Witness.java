package org.xstate.model.run;

import java.util.List;

import org.xstate.model.link.Procedure;

/**
 * Why a predicate does not hold: the {@code return} at which it became false.
 *
 * @param node   that returned 0
 * @param locals what the locals held there: which task, which component
 * @param calls  if what was returned came from a function that the predicate called, the same of that function
 */
public record Witness(Procedure.Node node, List<LocalValue> locals, List<Witness> calls) {
    public Witness {
        locals = List.copyOf(locals);
        calls = List.copyOf(calls);
    }
}
