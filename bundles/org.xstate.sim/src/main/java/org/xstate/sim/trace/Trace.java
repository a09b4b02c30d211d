package org.xstate.sim.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An execution from an initial state on.
 *
 * @param cpus   number of CPUs; 0 for a model in rule form
 * @param running who is on each CPU at the beginning; empty where nobody knows
 * @param start  values at the beginning that are not initial or could be others
 * @param steps  in order
 * @param end    what is violated at the end, if anything
 */
public record Trace(int cpus, List<String> running, List<Change> start, List<TraceStep> steps,
        Optional<TraceEnd> end) {
    public Trace {
        running = List.copyOf(running);
        start = List.copyOf(start);
        steps = List.copyOf(steps);
        Objects.requireNonNull(end);
    }

    /** The steps, with quiet ones in a row that the same actor takes together: a reader passes over them. */
    public List<List<TraceStep>> stretches() {
        List<List<TraceStep>> stretches = new ArrayList<>();
        for (TraceStep step : steps) {
            boolean joins = step.quiet() && !stretches.isEmpty() && stretches.getLast().getLast().quiet()
                    && stretches.getLast().getLast().actor().equals(step.actor());
            if (!joins) {
                stretches.add(new ArrayList<>());
            }
            stretches.getLast().add(step);
        }
        return stretches;
    }
}
