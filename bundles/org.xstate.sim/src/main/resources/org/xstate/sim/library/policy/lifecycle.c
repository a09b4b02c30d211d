/*
 * What fork, exec, signals and ptrace do to a component that is switched with the task's buffer, as far as its
 * provider's lifecycle asks for something else than the core does with all of them: the core lets a child inherit, makes
 * everything initial in exec, user components in a handler, and takes user components from a tracer.
 *
 * What is kept across an operation that overwrites the buffer is parked in the task.
 */

/* Those of the standard expansions that are in the buffer and in the full restore. */
#define IN_BUFFER (STANDARD_FEATURES & (DEFAULT_FEATURES | DYNAMIC_FEATURES) & ~POLICY_EAGER)

on(void, clone_state, lifecycle)(struct task_struct *dst, bool thread, token_t ssp)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & RESET_BY_CLONE & component_bit[i])
			image_set_initial(&dst->thread.fpu.fpstate->regs, i);
}

on(void, exec_begins, lifecycle)(void)
{
	if (!(IN_BUFFER & ~RESET_BY_EXEC))
		return;
	fpregs_lock_and_load();
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & ~RESET_BY_EXEC & component_bit[i])
			own_from_registers(current, i);
	fpregs_unlock();
}

/* What the new program keeps, or starts with where that is not what the processor starts with. */
on(void, flush_thread, lifecycle)(void)
{
	struct xregs_state *xsave = &current->thread.fpu.fpstate->regs;

	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & current->thread.fpu.fpstate->xfeatures & component_bit[i]) {
			if (!(RESET_BY_EXEC & component_bit[i]))
				own_to_image(current, i, xsave);
			else if (KERNEL_INIT_FEATURES & component_bit[i])
				image_set_initial(xsave, i);
		}
}

/* The registers hold what the program has. */
on(void, sigframe_written, lifecycle)(struct xregs_state *frame)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & KEPT_BY_SIGNAL & XCR0 & component_bit[i])
			own_from_registers(current, i);
}

on(void, user_states_cleared, lifecycle)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++) {
		if (IN_BUFFER & RESET_BY_SIGNAL & component_bit[i]
		    && (!(XCR0 & component_bit[i]) || KERNEL_INIT_FEATURES & component_bit[i]))
			set_reg(component_number[i], initial_value(i));
		if (IN_BUFFER & KEPT_BY_SIGNAL & XCR0 & component_bit[i])
			own_to_registers(current, i);
	}
}

/* Return from a handler: a component that signals do not touch is not taken from the frame, whatever its policy. */
on(void, sigreturn_begins, lifecycle)(void)
{
	if (!(STANDARD_FEATURES & KERNEL_FEATURES & UNTOUCHED_BY_SIGNAL & XCR0))
		return;
	fpregs_lock_and_load();
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (STANDARD_FEATURES & KERNEL_FEATURES & UNTOUCHED_BY_SIGNAL & XCR0 & component_bit[i])
			own_from_registers(current, i);
	fpregs_unlock();
}

on(void, user_states_restored, lifecycle)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (STANDARD_FEATURES & KERNEL_FEATURES & UNTOUCHED_BY_SIGNAL & XCR0 & component_bit[i])
			own_to_registers(current, i);
}

on(void, regset_begins, lifecycle)(struct task_struct *tsk)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & XCR0 & ~REPLACED_BY_PTRACE & ~RESET_BY_PTRACE & component_bit[i])
			own_from_image(tsk, i, &tsk->thread.fpu.fpstate->regs);
}

on(void, regset_written, lifecycle)(struct task_struct *tsk, struct xregs_state *from)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (IN_BUFFER & XCR0 & ~REPLACED_BY_PTRACE & component_bit[i]) {
			if (RESET_BY_PTRACE & component_bit[i])
				image_set_initial(&tsk->thread.fpu.fpstate->regs, i);
			else
				own_to_image(tsk, i, &tsk->thread.fpu.fpstate->regs);
		}
}
