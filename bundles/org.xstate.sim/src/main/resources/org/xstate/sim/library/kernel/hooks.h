/*
 * Where the text of one component, or of one trap, joins the core's: on(type, name, who) is called at the place that the
 * hook's comment names. Parts are called in the order in which their files are read, that is, by component number.
 *
 * Read after the structs of the kernel, before the first function that uses it.
 */

/*
 * The components that a full restore leaves alone, since they are switched in another way. It looks, and changes nothing:
 * claims ask as well.
 */
hook(u64, left_out_of_restore)(void);

/*
 * __switch_to: current leaves, next comes. Interrupts are off; what current has in registers is saved, and still there.
 */
hook(void, switch_to)(struct task_struct *next);

/* The end of the switch: current is the task that comes. Interrupts are off, the registers are not its own yet. */
hook(void, switched_in)(void);

/* On the way to user mode, under fpregs_lock: the registers count as valid for current, and nothing is loaded. */
hook(void, restore_left_out)(void);

/* exec, before anything of the state of current has changed; without fpregs_lock. */
hook(void, exec_begins)(void);

/* exec, under fpregs_lock: the buffer of current is initial, its flag is set, and registers count as nobody's. */
hook(void, flush_thread)(void);

/* exec: current has a new address space. One step with what the core does to it. */
hook(void, exec_mm)(void);

/* exec, at its end: what current has to see is initial by now. One step with that. */
hook(void, exec_done)(void);

/* clone: dst is a copy of current's task_struct, and does not run yet. One step with the copy. */
hook(void, dup_task)(struct task_struct *dst);

/*
 * clone: the buffer of dst holds what current had, the registers are those of current, fpregs_lock is not held any more,
 * and nobody can start dst. ssp is the end of the shadow stack that a new thread asked for. One step.
 */
hook(void, clone_state)(struct task_struct *dst, bool thread, token_t ssp);

/* clone, at its end: what dst has to see is what current sees, but for what a child does not inherit. */
hook(void, clone_expected)(struct task_struct *dst, bool thread, token_t ssp);

/*
 * Delivery of a signal: before the frame is written; each time that XSAVE has written it; it cannot be written. The
 * first and the last without fpregs_lock, the other under it, with the state of current in the registers.
 */
hook(void, sigframe_prepare)(void);
hook(void, sigframe_written)(struct xregs_state *frame);
hook(void, sigframe_failed)(void);

/*
 * fpu__clear_user_states: the user components in the registers are initial, by the processor's measure, but for those
 * that left_out_of_restore names. Under fpregs_lock.
 */
hook(void, user_states_cleared)(void);

/*
 * Return from a handler: before anything has changed, without fpregs_lock; the registers hold what the frame has. The
 * second under fpregs_lock.
 */
hook(void, sigreturn_begins)(void);
hook(void, user_states_restored)(void);

/* A copy of what tsk has in its buffer is made for user space. One step with the copy. */
hook(void, copy_to_uabi)(struct xregs_state *to, struct task_struct *tsk);

/* PTRACE_SETREGSET: before anything of tsk has changed, which does not run. */
hook(void, regset_begins)(struct task_struct *tsk);

/* PTRACE_SETREGSET: what the tracer handed over is in the buffer of tsk, which does not run. One step. */
hook(void, regset_written)(struct task_struct *tsk, struct xregs_state *from);

/* The components that a hypervisor switches around the entry by itself, not with the guest's buffer. Changes nothing. */
hook(u64, switched_by_hypervisor)(void);
