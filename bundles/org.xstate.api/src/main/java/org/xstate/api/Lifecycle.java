package org.xstate.api;

import java.util.Objects;

/**
 * What happens to a component of a task at the four events that copy or reset state.
 *
 * @param fork   in the child
 * @param exec   in the task that calls it
 * @param signal in the handler
 * @param ptrace when a debugger writes NT_X86_XSTATE
 */
public record Lifecycle(Rule fork, Rule exec, Rule signal, Rule ptrace) {

    /** The fate of the component's value. */
    public enum Rule {
        /** The value goes on, or is copied to the child. */
        KEEP,
        /** The kernel's initial state. */
        RESET,
        /** Written from what the user or debugger hands in. */
        REPLACE,
        /** The event does not reach the component (supervisor state under ptrace). */
        UNTOUCHED
    }

    /** Inherited by fork, reset by exec and for a handler, replaced by ptrace: ordinary user state in Linux. */
    public static final Lifecycle USER_STATE = new Lifecycle(Rule.KEEP, Rule.RESET, Rule.RESET, Rule.REPLACE);
    /** Kept by fork, reset by exec, unseen by signal frames and ptrace. */
    public static final Lifecycle SUPERVISOR_STATE = new Lifecycle(Rule.KEEP, Rule.RESET, Rule.UNTOUCHED,
            Rule.UNTOUCHED);

    public Lifecycle {
        Objects.requireNonNull(fork);
        Objects.requireNonNull(exec);
        Objects.requireNonNull(signal);
        Objects.requireNonNull(ptrace);
    }
}
