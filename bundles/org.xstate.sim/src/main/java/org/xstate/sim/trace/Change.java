package org.xstate.sim.trace;

import java.util.Objects;

/**
 * A value that changed.
 *
 * @param place  whose: {@code regs}, {@code mem A}, {@code A}, {@code CPU1}; empty for a global variable
 * @param what   the component, flag or variable: {@code PKRU}, {@code TIF}, {@code XSTATE_BV}
 * @param before in the words of the reader: {@code init}, {@code V1}, {@code 0}; empty for a local variable
 * @param after  the same
 * @param lane   where a picture shows it
 */
public record Change(String place, String what, String before, String after, Lane lane) {

    /** Kinds of places that hold state. */
    public enum Lane {
        /** A CPU's registers. */
        REGISTERS,
        /** A task's buffer in memory. */
        MEMORY,
        /** What the kernel keeps about a task or a CPU. */
        BOOKKEEPING
    }

    public Change {
        Objects.requireNonNull(place);
        Objects.requireNonNull(what);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        Objects.requireNonNull(lane);
    }

    /** {@code regs PKRU}. */
    public String subject() {
        return place.isEmpty() ? what : place + " " + what;
    }

    /** {@code regs PKRU init → V1}; {@code addr = NULL} for what had no value before. */
    public String text() {
        return before.isEmpty() ? subject() + " = " + after : subject() + " " + before + " → " + after;
    }
}
