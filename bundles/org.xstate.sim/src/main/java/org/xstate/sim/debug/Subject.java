package org.xstate.sim.debug;

/** Whose statements are stepped. */
public sealed interface Subject {

    /** Everybody: the statement that comes next, whoever executes it. */
    record Everyone() implements Subject {
    }

    /** Whatever executes on a CPU: a task, and the interrupts above it. @param number from 0 */
    record Cpu(int number) implements Subject {
    }

    /** A task or an interrupt. @param number among the processes of the machine */
    record Process(int number) implements Subject {
    }
}
