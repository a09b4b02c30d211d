package org.xstate.sim.trace;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What one copy of a component holds at the end of a trace.
 *
 * @param holder     {@code registers of CPU0}, {@code memory of A}
 * @param component  {@code PASID}
 * @param value      what it holds
 * @param right      whether that is what the task must see
 * @param wrongSince number of the step from which on it no longer held it; absent if right, or never right
 */
public record CopyAtEnd(String holder, String component, String value, boolean right,
        OptionalInt wrongSince) {

    public CopyAtEnd {
        Objects.requireNonNull(holder);
        Objects.requireNonNull(component);
        Objects.requireNonNull(value);
        Objects.requireNonNull(wrongSince);
    }

    /** {@code registers of CPU0: PASID = init, wrong since step 6}. */
    public String text() {
        String since = wrongSince.isPresent() ? "wrong since step " + wrongSince.getAsInt() : "never right";
        return holder + ": " + component + " = " + value + (right ? "" : ", " + since);
    }
}
