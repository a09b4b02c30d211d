/*
 * Policy eager: the component changes hands with the task, in __switch_to, as PKRU does since 5.14. While the task runs its
 * registers are its own, in the kernel too; while it does not run its value is in the task, and the copy that XSAVE leaves
 * in the task's buffer is dead. A hypervisor has to load what its guest has by itself, as KVM does with PKRU.
 */

on(u64, left_out_of_restore, eager)(void)
{
	return POLICY_EAGER;
}

on(void, switch_to, eager)(struct task_struct *next)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_EAGER & component_bit[i]) {
			own_from_registers(current, i);
			own_to_registers(next, i);
		}
}

/* What the child inherits is in the parent's registers. */
on(void, clone_state, eager)(struct task_struct *dst, bool thread, token_t ssp)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_EAGER & component_bit[i]) {
			if (RESET_BY_CLONE & component_bit[i])
				own_set(dst, i, initial_value(i));
			else
				own_from_registers(dst, i);
		}
}

on(void, flush_thread, eager)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_EAGER & RESET_BY_EXEC & component_bit[i]) {
			own_set(current, i, initial_value(i));
			set_reg(component_number[i], initial_value(i));
		}
}

/* No XRSTOR has touched it. */
on(void, user_states_cleared, eager)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_EAGER & RESET_BY_SIGNAL & component_bit[i])
			set_reg(component_number[i], initial_value(i));
}

on(void, copy_to_uabi, eager)(struct xregs_state *to, struct task_struct *tsk)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_EAGER & XCR0 & component_bit[i]) {
			if (tsk == current)
				own_from_registers(tsk, i);
			own_to_image(tsk, i, to);
		}
}

/* A bit that is clear in what the tracer hands over means the processor's initial configuration, as for XRSTOR. */
on(void, regset_written, eager)(struct task_struct *tsk, struct xregs_state *from)
{
	for (int i = 0; i < NR_COMPONENTS; i++) {
		if (POLICY_EAGER & REPLACED_BY_PTRACE & component_bit[i])
			for (int part = 0; part < nr_parts(component_number[i]); part++)
				tsk->thread.own[own_part[i] + part] = uabi_part(from, component_number[i], part);
		if (POLICY_EAGER & RESET_BY_PTRACE & component_bit[i])
			own_set(tsk, i, initial_value(i));
	}
}
