package org.xstate.sim.trace;

/**
 * What a copy of a component is worth to the task that it belongs to. <em>What the task must see</em> is what its next
 * instruction in user mode has to find, which the model keeps beside the kernel's data ({@code canon} in
 * {@code kernel/ghost.c}). <em>The copy that counts</em> is the one from which the kernel takes the task's state:
 * <ul>
 * <li>the registers of the CPU on which the task is current, if it is in user mode, if its TIF_NEED_FPU_LOAD is clear, or if
 * the component is left out of the restore on the way to user mode, as those are that change hands at the switch;
 * <li>else its buffer, or for a component that is left out of the restore what the task or a buffer of its own parks.
 * </ul>
 * Registers <em>count as valid</em> for a task, too, while TIF_NEED_FPU_LOAD is set and {@code fpu_fpregs_owner_ctx} and
 * {@code last_cpu} agree: the way to user mode then loads nothing.
 */
public enum Standing {
    /** The copy that counts, and it holds what the task must see. */
    CANONICAL("canonical"),
    /** It holds what the task must see, and another copy counts. */
    DUPLICATE("valid duplicate"),
    /** Another copy counts, and this one holds something else; nobody will take it. */
    STALE("stale"),
    /**
     * It counts, or counts as valid, and does not hold what the task must see, though no critical section is open on the
     * CPU and no call is on its way: the state is lost.
     */
    WRONG("wrong"),
    /**
     * It counts, or counts as valid, and holds something else while a critical section is open on the CPU or an interface is
     * changing the component: judged when that is over.
     */
    CHANGING("being changed"),
    /** No task's state is taken from it: registers that are valid for nobody, and bytes that are never restored. */
    UNUSED("unused"),
    /** An image outside of the tasks' own: a signal frame, the buffer of a system call, a guest. */
    OUTSIDE("image");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** As a legend names it. */
    public String words() {
        return words;
    }
}
