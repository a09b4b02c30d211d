package org.xstate.tests.designs.oracle;

/** What the kernel keeps for a task. The kernel thread has no user state: its area is never used. */
final class Task {
    final String name;
    final boolean user;

    /** TIF_NEED_FPU_LOAD. */
    boolean tif;

    /** Whether last_cpu names the one CPU there is; false is -1. */
    boolean lastOnThisCpu;

    /** The field of thread_struct that an eagerly switched component lives in (design 6). */
    Value field;

    final Area area = new Area();

    Task(String name, boolean user, Value field) {
        this.name = name;
        this.user = user;
        this.field = field;
    }
}
