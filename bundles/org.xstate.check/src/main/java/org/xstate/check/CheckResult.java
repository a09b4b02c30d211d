package org.xstate.check;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of checking a machine.
 *
 * @param verdict     the answer
 * @param path        present if and only if the verdict is {@link Verdict#VIOLATED}
 * @param counts      what was counted over the completed levels
 * @param limit       the bound that was reached, if one was
 * @param statesFound distinct states found in all, those of an uncompleted level included
 * @param stateBits   bits of a state
 * @param peakMemory  most bytes outside the Java heap at one time
 * @param preparation time for making the bytecode
 * @param elapsed     time of the exploration, that for finding a path included
 * @param reductions  what was reduced
 * @param coverage    what was executed
 */
public record CheckResult(Verdict verdict, Optional<CheckPath> path, Counts counts, Optional<Limit> limit,
        long statesFound, int stateBits, long peakMemory, Duration preparation, Duration elapsed,
        Reductions reductions, CheckCoverage coverage) {

    /**
     * @param deadLocals locals that are not needed any more have one value
     * @param cpus       how many CPUs can be exchanged for each other; 1 if none can
     * @param obstacle   why CPUs cannot be exchanged for each other, if there are several and reductions are wanted
     */
    public record Reductions(boolean deadLocals, int cpus, Optional<String> obstacle) {
    }
}
