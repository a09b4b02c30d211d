/*
 * Policy on_trap with another vector than #NM: every thread starts with the component initial; the first instruction that
 * needs it raises the exception, and the handler writes what the process has. From then on it is switched with the rest,
 * as PASID is since 5.18.
 *
 * The registers belong to the thread that trapped as long as interrupts are off, so the handler writes them and nothing
 * else.
 */

/* fa6af69f38d3, a3d29e8291b6: a thread is helped once; an exception after that is the program's own fault */
static bool demand_populate(int i)
{
	token_t value = current->mm->demanded[demanded_index[i]];

	if (value == INIT || current->thread.populated & 1 << demanded_index[i])
		return false;
	trap_point(AT_CHANGE);
	trap_needs_irqs_off();
	trap_needs_live_registers();
	api_begins(current, component_number[i]);
	set_reg(component_number[i], value);
	trap_point(AT_CHANGED);
	current->thread.populated |= 1 << demanded_index[i];
	api_completes(current, component_number[i], value);
	return true;
}

/* The exception does not say which instruction raised it, or why: any component that is waiting for it is populated. */
on(bool, exception_irqs_off, on_trap)(int vector)
{
	bool populated = false;

	for (int i = 0; i < NR_COMPONENTS; i++)
		if (POLICY_ON_TRAP & component_bit[i] && trap_of[i] == vector && demand_populate(i))
			populated = true;
	return populated;
}

/* a3d29e8291b6: the child starts without */
on(void, dup_task, on_trap)(struct task_struct *dst)
{
	dst->thread.populated = 0;
}

on(void, exec_mm, on_trap)(void)
{
	current->thread.populated = 0;
}
