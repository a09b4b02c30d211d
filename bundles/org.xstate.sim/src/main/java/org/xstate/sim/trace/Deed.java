package org.xstate.sim.trace;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A statement as the one who executes it would name it: the scenario's own statement, whatever the library does below
 * it, and however many steps that takes.
 *
 * @param step      number of the step in which it begins
 * @param actor     who
 * @param kind      what the actor is
 * @param place     {@code ptrace.c:12}
 * @param statement on one line, as written
 * @param user      whether it begins in user mode
 * @param registers what it changed in the registers while in user mode, in order
 */
public record Deed(int step, Actor actor, Kind kind, String place, String statement, boolean user,
        List<Change> registers) {

    /** What acts. */
    public enum Kind {
        /** The body of a user task. */
        TASK,
        /** The body of a kernel thread. */
        KERNEL_THREAD,
        /** An interrupt, or a preemption: nothing that a program does. */
        INTERRUPTION
    }

    public Deed {
        Objects.requireNonNull(actor);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(place);
        Objects.requireNonNull(statement);
        registers = List.copyOf(registers);
    }

    Deed and(List<Change> more) {
        return new Deed(step, actor, kind, place, statement, user,
                Stream.concat(registers.stream(), more.stream()).toList());
    }
}
