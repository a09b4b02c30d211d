package org.xstate.check;

import java.time.Duration;

/**
 * How far an exploration is.
 *
 * @param states distinct states found
 * @param statesPerSecond average rate since the previous report
 * @param level distance from the initial states, in transitions, of the states that are being expanded
 * @param levelStates number of states of that level
 * @param nextLevelStates new states found from it so far
 * @param memory bytes reserved outside the Java heap
 * @param elapsed time since the start
 */
public record Progress(long states, double statesPerSecond, int level, long levelStates, long nextLevelStates,
        long memory, Duration elapsed) {
}
