package org.xstate.check.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.xstate.check.CancelToken;
import org.xstate.check.ExplorationOptions;
import org.xstate.check.Limit;
import org.xstate.check.Progress;
import org.xstate.check.ProgressListener;

/** What the threads of one exploration share about bounds, the end, and progress. */
final class Control {

    private static final double NANOS_PER_SECOND = 1e9;

    private final CancelToken token;
    private final ProgressListener listener;
    private final Memory memory;
    private final long start = System.nanoTime();
    private final long maxNanos;
    private final long maxStates;
    private final long interval;
    private final AtomicLong found = new AtomicLong();
    private volatile boolean abandoned;
    private volatile Optional<Limit> halt = Optional.empty();
    private volatile Optional<Limit> full = Optional.empty();

    private long expanded;
    private int depth;
    private long foundBefore;
    private long lastReport = start;
    private long lastFound;

    Control(ExplorationOptions options, CancelToken token, ProgressListener listener, Memory memory) {
        this.token = token;
        this.listener = listener;
        this.memory = memory;
        maxNanos = options.maxTime().map(Control::nanos).orElse(Long.MAX_VALUE);
        maxStates = options.maxStates();
        interval = nanos(options.progressInterval());
    }

    private static long nanos(Duration duration) {
        return duration.getSeconds() > Long.MAX_VALUE / 1_000_000_000L - 1
                ? Long.MAX_VALUE
                : duration.toNanos();
    }

    /** Begins the expansion of a level; only while no other thread works. */
    void level(Level level, int distance) {
        expanded = level.states();
        depth = distance;
        foundBefore = found.get();
    }

    /** Takes note of new states. */
    void found(int number) {
        if (found.addAndGet(number) > maxStates) {
            full(Limit.STATES);
        }
    }

    /** No more states can be kept; the level is still searched for violations. */
    void full(Limit limit) {
        if (full.isEmpty()) {
            full = Optional.of(limit);
        }
    }

    /** Ends the work of all threads after a failure of one. */
    void abandon() {
        abandoned = true;
    }

    /** Whether to stop at once; notices the bound on time and the cancel token. */
    boolean halted() {
        if (token.isCancelled()) {
            halt = Optional.of(Limit.CANCELLED);
        } else if (halt.isEmpty() && System.nanoTime() - start > maxNanos) {
            halt = Optional.of(Limit.TIME);
        }
        return abandoned || halt.isPresent();
    }

    boolean cancelled() {
        return token.isCancelled();
    }

    /** Why the threads stopped at once, if they did. */
    Optional<Limit> halt() {
        return halt;
    }

    /** Why states are no longer kept, if so. */
    Optional<Limit> full() {
        return full;
    }

    long states() {
        return found.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Reports if it is time to; only the calling thread of the exploration does. */
    void report() {
        long now = System.nanoTime();
        if (now - lastReport < interval) {
            return;
        }
        long states = found.get();
        double seconds = (now - lastReport) / NANOS_PER_SECOND;
        listener.progress(new Progress(states, (states - lastFound) / seconds, depth, expanded,
                states - foundBefore, memory.used(), elapsed()));
        lastReport = now;
        lastFound = states;
    }
}
