package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An execution from an initial state on.
 *
 * @param cpus   number of CPUs; 0 for a model in rule form
 * @param start  values that an initial state has by choice rather than by declaration
 * @param steps  in order
 * @param end    what is violated at the end, if anything
 */
public record Trace(int cpus, List<Change> start, List<TraceStep> steps, Optional<TraceEnd> end) {
    public Trace {
        start = List.copyOf(start);
        steps = List.copyOf(steps);
        Objects.requireNonNull(end);
    }
}
