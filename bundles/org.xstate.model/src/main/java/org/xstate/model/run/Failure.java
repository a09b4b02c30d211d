package org.xstate.model.run;

import java.util.List;

import org.xstate.model.diagnostic.Span;

/**
 * A claim that was violated within a step.
 *
 * @param claim  its number
 * @param span   where
 * @param text   the condition that does not hold, or what is wrong in one sentence
 * @param locals what the locals of the procedure held
 */
public record Failure(int claim, Span span, String text, List<LocalValue> locals) {
    public Failure {
        locals = List.copyOf(locals);
    }
}
