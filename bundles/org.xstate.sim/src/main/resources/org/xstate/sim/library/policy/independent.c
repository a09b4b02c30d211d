/*
 * Policy independent: the component is no part of a task's buffer. It has one of its own, in the compacted format of
 * these components alone, and XSAVES and XRSTORS at the switch, as architectural LBR has. The restore on the way to user
 * mode leaves it alone, and so do signal frames and ptrace, which know task buffers only.
 */

on(u64, left_out_of_restore, independent)(void)
{
	return POLICY_INDEPENDENT;
}

on(void, switch_to, independent)(struct task_struct *next)
{
	if (current->thread.independent != NULL)
		xsaves(current->thread.independent, POLICY_INDEPENDENT);
	if (next->thread.independent != NULL)
		xrstors(next->thread.independent, POLICY_INDEPENDENT);
}

/* What the child inherits is in the parent's registers. */
on(void, clone_state, independent)(struct task_struct *dst, bool thread, token_t ssp)
{
	if (POLICY_INDEPENDENT == 0)
		return;
	xsaves(dst->thread.independent, POLICY_INDEPENDENT);
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_INDEPENDENT & RESET_BY_CLONE & component_bit[i])
			image_set_initial(dst->thread.independent, i);
}

on(void, flush_thread, independent)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_INDEPENDENT & RESET_BY_EXEC & component_bit[i])
			set_reg(component_number[i], initial_value(i));
}

on(void, user_states_cleared, independent)(void)
{
	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_INDEPENDENT & RESET_BY_SIGNAL & component_bit[i])
			set_reg(component_number[i], initial_value(i));
}

setup(independent_buffers)
{
	for (int i = 0; i < NR_TASKS; i++)
		if (POLICY_INDEPENDENT != 0 && !(KERNEL_THREADS >> i & 1)) {
			tasks[i].thread.independent = &independent_images[i];
			init_image(&independent_images[i], POLICY_INDEPENDENT);
			for (int c = 0; c < NR_COMPONENTS; c++)
				if (POLICY_INDEPENDENT & component_bit[c])
					image_set_initial(&independent_images[i], c);
		}
}
