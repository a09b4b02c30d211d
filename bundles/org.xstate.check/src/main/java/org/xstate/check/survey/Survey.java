package org.xstate.check.survey;

import org.xstate.check.CancelToken;
import org.xstate.check.CheckOptions;
import org.xstate.check.ProgressListener;
import org.xstate.check.internal.model.ModelSurvey;
import org.xstate.model.link.Machine;

/**
 * Surveys a machine: visits every reachable state, whatever is violated on the way, and tells for each valuation of some
 * variables what is true of it. One search does what as many checks would as there are valuations.
 *
 * <p>A machine with open knobs may stop at more places than one with these knobs set, because what no value of a knob
 * could reach is not there in the latter. So the steps to a violation may be more than those of the counterexample that
 * {@link org.xstate.check.ModelCheck} gives for the machine with the knobs set; verdicts are the same.
 */
public final class Survey {

    private Survey() {
    }

    /**
     * Returns when everything is explored, a bound is reached, or the token is cancelled. The same machine and plan give
     * the same result for any number of threads, but for times, memory, and what a bound on time or memory cut off.
     *
     * @throws IllegalArgumentException if the machine has no such variables, one of them is a CPU's or names a CPU, one of
     *                                  the rigid ones is changed by a step, or there are more than {@link SurveyPlan#MAX_VALUATIONS}
     */
    public static SurveyResult of(Machine machine, SurveyPlan plan, CheckOptions options, CancelToken token,
            ProgressListener listener) {
        return new ModelSurvey(machine, plan, options).run(token, listener);
    }
}
