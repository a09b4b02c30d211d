package org.xstate.model.link;

/** Who could see the difference between before and after a node, or make one that the node sees. */
public enum Visibility {
    /** Nobody: locals, constants and ghost variables only. */
    NONE,
    /** Interrupts and preemption on the same CPU. */
    LOCAL,
    /** Other CPUs, too; or the process stops there in any case, as before an atomic section that may not be possible. */
    SHARED
}
