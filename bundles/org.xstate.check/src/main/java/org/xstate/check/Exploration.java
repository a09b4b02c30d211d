package org.xstate.check;

import java.time.Duration;
import java.util.Optional;

/**
 * The outcome of an exploration.
 *
 * @param verdict the answer
 * @param counts what was counted over the completed levels
 * @param counterexample present if and only if the verdict is {@link Verdict#VIOLATED}
 * @param limit present if a bound was reached; with {@link Verdict#VIOLATED} it stopped the counting before the
 *     violation was found, so that {@code counts} end one level before it
 * @param statesFound distinct states found in all, those of an uncompleted level included; on an uncompleted level it
 *     depends on when the bound was noticed
 * @param peakMemory most bytes that were reserved outside the Java heap at one time
 * @param elapsed time of the exploration and of the search for the counterexample
 */
public record Exploration(Verdict verdict, Counts counts, Optional<Counterexample> counterexample,
        Optional<Limit> limit, long statesFound, long peakMemory, Duration elapsed) {
}
