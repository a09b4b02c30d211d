package org.xstate.isa.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How much to test.
 *
 * @param seed           decides the cases: the same seed on the same CPU gives the same ones
 * @param firstCase      number of the first case, 0 or more: to repeat one that a finding names
 * @param cases          how many, besides the probes
 * @param timeout        after this the run ends with what it has; it also bounds the wait for one answer
 * @param childClassPath jars or folders with the packages of this bundle, for the child process; empty: where this bundle
 *                       was loaded from, which an OSGi framework need not tell
 */
public record SelfTestOptions(long seed, int firstCase, int cases, Duration timeout,
        List<Path> childClassPath) {

    /** 2000 cases of seed 1 within a minute. */
    public static final SelfTestOptions DEFAULT = new SelfTestOptions(1, 0, 2000, Duration.ofMinutes(1),
            List.of());

    public SelfTestOptions {
        Objects.requireNonNull(timeout);
        childClassPath = List.copyOf(childClassPath);
        if (firstCase < 0 || cases < 0) {
            throw new IllegalArgumentException("cases " + firstCase + " and " + cases + " more");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
    }

    public SelfTestOptions withSeed(long value) {
        return new SelfTestOptions(value, firstCase, cases, timeout, childClassPath);
    }

    /** {@code count} cases from {@code first} on. */
    public SelfTestOptions withCases(int first, int count) {
        return new SelfTestOptions(seed, first, count, timeout, childClassPath);
    }

    public SelfTestOptions withTimeout(Duration value) {
        return new SelfTestOptions(seed, firstCase, cases, value, childClassPath);
    }

    public SelfTestOptions withChildClassPath(List<Path> value) {
        return new SelfTestOptions(seed, firstCase, cases, timeout, value);
    }
}
