package org.xstate.model.run;

import java.util.List;
import java.util.Optional;

/**
 * A step.
 *
 * @param action  as of {@link Stepper}; -1 for the making of an initial state
 * @param cpu     on which it happens, or -1
 * @param choices what was chosen, in order
 * @param events  the nodes that were executed, in order; the last one is where the step failed if it did
 * @param to      the values of the slots afterwards
 * @param failure the claim that was violated on the way
 */
public record Transition(int action, int cpu, List<Long> choices, List<Event> events, long[] to,
        Optional<Failure> failure) {

    public Transition {
        choices = List.copyOf(choices);
        events = List.copyOf(events);
        to = to.clone();
    }

    @Override
    public long[] to() {
        return to.clone();
    }
}
