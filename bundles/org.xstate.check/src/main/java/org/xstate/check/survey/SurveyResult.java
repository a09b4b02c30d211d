package org.xstate.check.survey;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.xstate.check.Limit;

/**
 * What came of a survey.
 *
 * @param valuations  those with which the machine begins, in ascending order of their values; without the unwanted ones
 * @param limit       the bound that was reached, if one was
 * @param states      distinct states found in all
 * @param transitions successors that were evaluated
 * @param depth       steps to the most distant level that was expanded
 * @param stateBits   bits of a state
 * @param peakMemory  most bytes outside the Java heap at one time
 * @param preparation time for making the bytecode
 * @param elapsed     time of the exploration
 */
public record SurveyResult(List<Valuation> valuations, Optional<Limit> limit, long states, long transitions,
        int depth, int stateBits, long peakMemory, Duration preparation, Duration elapsed) {

    public SurveyResult {
        valuations = List.copyOf(valuations);
    }
}
