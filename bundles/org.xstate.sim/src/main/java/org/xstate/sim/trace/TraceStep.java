package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;

/**
 * One step: what nobody could intervene in.
 *
 * @param number from 1
 * @param actor  who
 * @param lines  its statements that matter to a reader, at least one
 * @param quiet  whether nothing in it matters: it is told for completeness
 */
public record TraceStep(int number, Actor actor, List<TraceLine> lines, boolean quiet) {

    public TraceStep {
        Objects.requireNonNull(actor);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a step without a statement");
        }
    }
}
