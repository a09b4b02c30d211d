package org.xstate.check.survey;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a survey is about. Variables are named as slots are: {@code save}, {@code counts[1]}, {@code tasks[0].state}.
 *
 * @param rigid    variables that no step changes: their values in an initial state are the valuation of all that follows
 *                 from it. Open knobs are such variables, and what only setups write
 * @param observed variables whose values are noted in the states from which no step leads on
 * @param depth    how much of a valuation is explored
 * @param wanted   valuations to be explored, each with the values of {@code rigid} in order; without it all are
 */
public record SurveyPlan(List<String> rigid, List<String> observed, Depth depth,
        Optional<Set<List<Long>>> wanted) {

    /** Most combinations of the values that the rigid variables' ranges allow. */
    public static final int MAX_VALUATIONS = 1 << 22;

    /** How much of a valuation is explored. */
    public enum Depth {
        /** Up to the least depth at which a claim is violated: tells right from wrong. */
        FIRST_VIOLATION,
        /**
         * Everything: also what follows on a state that violates a claim. A step within which a claim is violated is not
         * gone on from.
         */
        ALL
    }

    public SurveyPlan {
        rigid = List.copyOf(rigid);
        observed = List.copyOf(observed);
        wanted = wanted.map(Set::copyOf);
    }

    /** Tells which valuations are right, and at which depth the others first are not. */
    public static SurveyPlan verdicts(List<String> rigid) {
        return new SurveyPlan(rigid, List.of(), Depth.FIRST_VIOLATION, Optional.empty());
    }

    /** Explores everything and observes variables where runs end. */
    public static SurveyPlan everything(List<String> rigid, List<String> observed) {
        return new SurveyPlan(rigid, observed, Depth.ALL, Optional.empty());
    }

    /** The same for these valuations only. */
    public SurveyPlan only(Set<List<Long>> valuations) {
        return new SurveyPlan(rigid, observed, depth, Optional.of(valuations));
    }
}
