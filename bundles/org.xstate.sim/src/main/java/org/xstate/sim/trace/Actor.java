package org.xstate.sim.trace;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Who steps.
 *
 * @param cpu     the CPU that executes; absent for a rule and for a step that runs on none
 * @param name    of the task ({@code A}), the interrupt ({@code softirq}) or the rule
 * @param context {@code user}, {@code kernel}, or empty where there is no difference
 */
public record Actor(OptionalInt cpu, String name, String context) {

    public Actor {
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(name);
        Objects.requireNonNull(context);
    }

    /** {@code A user}. */
    public String text() {
        return context.isEmpty() ? name : name + " " + context;
    }
}
