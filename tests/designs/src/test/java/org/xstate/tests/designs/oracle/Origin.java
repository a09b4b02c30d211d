package org.xstate.tests.designs.oracle;

/**
 * What one byte is: bytes are told apart by where they came from, which is all that a verdict asks for.
 */
sealed interface Origin {

    /** Bytes that belong to no component. */
    enum Plain implements Origin {
        /** A byte of a component's initial configuration. */
        INIT,
        /** A byte that nobody wrote. */
        POISON
    }

    /** Whose value a byte belongs to. */
    enum Holder {
        /** What the target's user code must find: the canonical value at the entry of the call. */
        TARGET,
        /** What the target had before, left behind in its buffer. */
        TARGET_OLDER,
        /** What the caller stores. */
        CALLER_NEW,
        /** Any other user task: at the entry of the call, and after it wrote in user mode. */
        OTHER_TASK, OTHER_TASK_LATER,
        /** A kernel FPU section. */
        KERNEL,
        /** The value that the kernel thread has in a register that is switched eagerly. */
        KERNEL_THREAD
    }

    /** Byte {@code at} of a component's value. */
    record Byte(Holder holder, Component component, int at) implements Origin {
    }
}
