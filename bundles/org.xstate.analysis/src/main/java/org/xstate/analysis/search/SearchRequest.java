package org.xstate.analysis.search;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.xstate.check.ExplorationOptions;
import org.xstate.sim.scenario.LoadOptions;

/**
 * What is swept.
 *
 * @param file    scenario file
 * @param load    what is set from outside; a knob that is set is not swept. May name the scenarios that judge
 * @param whole   whether, where nothing is named, all knobs of the file are swept and all of its scenarios judge; if not,
 *                the first knobs with at most {@link #QUICK_COMBINATIONS}, and the scenarios without interrupts
 * @param knobs   names of the knobs that are swept, if they are named
 * @param cases   names of knobs whose values are cases: a combination is right if it is in each. Those that the file does
 *                not have are ignored
 * @param costs   names of variables that count what a run costs, where the machine has them
 * @param threads how many parts are explored at a time, 1 to {@link ExplorationOptions#MAX_THREADS}
 * @param memory  most bytes outside the Java heap for one part
 */
public record SearchRequest(String file, LoadOptions load, boolean whole, Optional<List<String>> knobs,
        List<String> cases,
        List<String> costs, int threads, long memory) {

    /** Combinations of which a search that is not whole has no more, unless its knobs are named. */
    public static final int QUICK_COMBINATIONS = 4096;

    /** Knobs of these names are cases unless the caller says otherwise: those of the standard harness of designs. */
    public static final List<String> CASES = List.of("entry", "then");

    /** Variables of these names are costs: those of the standard harness of designs. */
    public static final List<String> COSTS = List.of("xsave_full", "xsave_partial", "xrstor_full",
            "xrstor_partial", "register_write");

    public SearchRequest {
        Objects.requireNonNull(file);
        Objects.requireNonNull(load);
        knobs = knobs.map(List::copyOf);
        cases = List.copyOf(cases);
        costs = List.copyOf(costs);
        if (threads < 1 || threads > ExplorationOptions.MAX_THREADS) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }
}
