package org.xstate.api;

import java.util.Objects;

/**
 * A trap handler that belongs to an xfeature, told in model C.
 *
 * @param vector    exception vector, 0 to 31
 * @param condition when it applies, in words
 * @param source    model C
 */
public record TrapHandlerSource(int vector, String condition, String source) {
    public TrapHandlerSource {
        Objects.requireNonNull(condition);
        Objects.requireNonNull(source);
        if (vector < 0 || vector > 31) {
            throw new IllegalArgumentException("exception vector " + vector + " is not in 0..31");
        }
    }
}
