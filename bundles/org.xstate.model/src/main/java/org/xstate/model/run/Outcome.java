package org.xstate.model.run;

import java.util.List;
import java.util.Optional;

/**
 * One way through a procedure that was called from outside.
 *
 * @param result  what it returned; 0 if it returns nothing or failed
 * @param choices what was chosen, in order
 * @param to      the values of the slots afterwards
 */
public record Outcome(long result, List<Long> choices, long[] to, Optional<Failure> failure) {

    public Outcome {
        choices = List.copyOf(choices);
        to = to.clone();
    }

    @Override
    public long[] to() {
        return to.clone();
    }
}
