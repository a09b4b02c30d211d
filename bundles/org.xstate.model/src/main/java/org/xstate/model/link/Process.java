package org.xstate.model.link;

import java.util.List;
import java.util.Optional;

/**
 * Something that executes: the body of a task, or an interrupt on a CPU.
 *
 * @param name      as in a trace: {@code A}, {@code softirq}
 * @param kind      whose it is
 * @param instance  number of the task (its position in pool {@code tasks}) or of the CPU
 * @param level     0 for a task and for what runs in its name; above it, a higher level interrupts a lower one
 * @param body      procedure; calls in which others could intervene are expanded in it
 * @param guard     procedure that returns whether it may begin on the CPU; absent in a task's body
 * @param location  slot of its location
 * @param locals    slot of each local of the body, or -1 for a local that is never needed across two steps
 */
public record Process(String name, Kind kind, int instance, int level, int body, Optional<Integer> guard,
        int location, List<Integer> locals) {

    /** Location of an interrupt that has not begun. A location slot has the values -2 to the number of nodes - 1. */
    public static final int IDLE = -1;

    /** Location of a task whose body has returned. */
    public static final int ENDED = -2;

    public enum Kind {
        /** The body of a task: begins at node 0, ends for good. */
        TASK,
        /** An interrupt's return path that runs in the name of the interrupted task, as preemption does: level 0. */
        TASK_INTERRUPT,
        /** An interrupt context of a CPU: softirq, hardirq, NMI. */
        CPU_INTERRUPT
    }

    public Process {
        locals = List.copyOf(locals);
    }
}
