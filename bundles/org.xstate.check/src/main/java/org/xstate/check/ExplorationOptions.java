package org.xstate.check;

import java.time.Duration;
import java.util.Optional;

/**
 * How an exploration is run and where it gives up.
 *
 * @param threads number of threads, 1 to {@value #MAX_THREADS}; the result does not depend on it
 * @param maxStates most distinct states; {@link #UNLIMITED} for no bound
 * @param maxMemory most bytes outside the Java heap for the visited set and the levels; {@link #UNLIMITED} for no bound
 * @param maxTime longest exploration; empty for no bound
 * @param deadlocks whether a state without successors is a violation
 * @param progressInterval time between two calls of a {@link ProgressListener}
 */
public record ExplorationOptions(int threads, long maxStates, long maxMemory, Optional<Duration> maxTime,
        boolean deadlocks, Duration progressInterval) {

    /** More threads than this do not help: all of them write to one table. */
    public static final int MAX_THREADS = 16;

    public static final long UNLIMITED = Long.MAX_VALUE;

    public ExplorationOptions {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("threads " + threads + " is outside 1.." + MAX_THREADS);
        }
        if (maxStates < 1) {
            throw new IllegalArgumentException("a bound of " + maxStates + " states");
        }
        if (maxMemory < 1) {
            throw new IllegalArgumentException("a bound of " + maxMemory + " bytes");
        }
        if (maxTime.isPresent() && maxTime.get().isNegative()) {
            throw new IllegalArgumentException("a bound of " + maxTime.get());
        }
    }

    /** One thread, no bounds, deadlocks counted but no violation, progress once a second. */
    public static ExplorationOptions defaults() {
        return new ExplorationOptions(1, UNLIMITED, UNLIMITED, Optional.empty(), false,
                Duration.ofSeconds(1));
    }

    public ExplorationOptions withThreads(int number) {
        return new ExplorationOptions(number, maxStates, maxMemory, maxTime, deadlocks, progressInterval);
    }

    public ExplorationOptions withMaxStates(long states) {
        return new ExplorationOptions(threads, states, maxMemory, maxTime, deadlocks, progressInterval);
    }

    public ExplorationOptions withMaxMemory(long bytes) {
        return new ExplorationOptions(threads, maxStates, bytes, maxTime, deadlocks, progressInterval);
    }

    public ExplorationOptions withMaxTime(Duration time) {
        return new ExplorationOptions(threads, maxStates, maxMemory, Optional.of(time), deadlocks,
                progressInterval);
    }

    public ExplorationOptions withDeadlocks(boolean violate) {
        return new ExplorationOptions(threads, maxStates, maxMemory, maxTime, violate, progressInterval);
    }

    public ExplorationOptions withProgressInterval(Duration interval) {
        return new ExplorationOptions(threads, maxStates, maxMemory, maxTime, deadlocks, interval);
    }
}
