package org.xstate.analysis.check;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.check.Limit;
import org.xstate.check.Verdict;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Trace;

/**
 * The answer about one scenario.
 *
 * @param states      distinct reachable states, the initial ones included
 * @param transitions successor evaluations that yielded a state
 * @param depth       transitions on the longest of the shortest paths
 * @param elapsed     of the exploration alone
 * @param threads     with which it explored; nothing else depends on it
 * @param reductions  whether states that cannot be told apart were counted as one
 * @param limit       what ended it before its end
 * @param property    name of what is violated
 * @param trace       a shortest way there
 * @param traceFile   to replay it from
 */
public record CheckReport(Scenario scenario, Verdict verdict, long states, long transitions, int depth,
        Duration elapsed, int threads, boolean reductions, Optional<Limit> limit, Optional<String> property,
        Optional<Trace> trace, Optional<TraceFile> traceFile, Coverage coverage) {

    public CheckReport {
        Objects.requireNonNull(scenario);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(elapsed);
        Objects.requireNonNull(limit);
        Objects.requireNonNull(property);
        Objects.requireNonNull(trace);
        Objects.requireNonNull(traceFile);
        Objects.requireNonNull(coverage);
    }

    /** Whether the scenario says which verdict is right. */
    public boolean hasExpectation() {
        return scenario.expected().isPresent();
    }

    /** Whether the verdict is the one that the scenario expects; true if it expects none. */
    public boolean asExpected() {
        return scenario.expected()
                .map(expected -> verdict == Verdict.VIOLATED && property.equals(Optional.of(expected)))
                .orElse(true);
    }

    /** What came of each property. */
    public List<PropertyAnswer> properties() {
        return PropertyAnswer.of(this);
    }

    /** The same about a scenario whose file goes by another name, so that results do not depend on where a folder lies. */
    public CheckReport called(String source) {
        return new CheckReport(scenario.called(source), verdict, states, transitions, depth, elapsed, threads,
                reductions, limit, property, trace, traceFile.map(file -> file.called(source)), coverage);
    }
}
