package org.xstate.analysis.check;

import java.util.List;
import java.util.Objects;

import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;

/**
 * One execution of a scenario.
 *
 * @param how      what chose the steps: {@code schedule A*, softirq}, {@code trace out.xtrace}, {@code seed 7}
 * @param end      why it ended
 * @param possible what could be the next step
 * @param file     to replay it from
 */
public record RunReport(Scenario scenario, String how, Trace trace, End end, List<Possible> possible,
        TraceFile file) {

    public RunReport {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(how);
        Objects.requireNonNull(trace);
        Objects.requireNonNull(end);
        possible = List.copyOf(possible);
        Objects.requireNonNull(file);
    }

    /** @param move as a schedule names it @param what the place and the statement with which it begins */
    public record Possible(String move, String what) {
    }

    /** Why a run ended. */
    public enum End {
        /** A property is violated. */
        VIOLATED,
        /** No step is possible any more. */
        ENDED,
        /** The schedule or the trace is at its end, or the number of steps was reached. */
        STOPPED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
