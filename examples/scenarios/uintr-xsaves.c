/*
 * A kernel that enabled UINTR in IA32_XSS and did nothing else: the component is saved and restored with the
 * bulk. XSAVES takes the notification vector out of the register, so that after a switch the registers do not
 * hold the task's state any more, although owner and last_cpu say so.
 */

/* The first switch breaks what a restore is left out by. */
scenario(uintr_with_the_bulk)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(UINTR);
	policy(UINTR, on_return_to_user);
	expect_violation("valid_registers_equal_memory");
}

setup(notifications_are_on)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_UINTR, V1);
}

task(A)
{
	enter_kernel();
	exit_to_user_mode();
	interleave();
}

/* What becomes of it: back from a thread of the kernel, the task takes no notification any more. */
scenario(uintr_as_the_program_sees_it)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(UINTR);
	policy(UINTR, on_return_to_user);
	set(check_valid_registers_equal_memory, false);
	expect_violation("state_is_kept");
}

setup(notifications_are_on)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_UINTR, V1);
}

task(A)
{
	enter_kernel();
	exit_to_user_mode();
	interleave();
}

/* Where nothing is loaded, the vector is: the register follows from the buffer again. */
scenario(uintr_vector_written_anew)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(UINTR);
	policy(UINTR, on_return_to_user);
	set(check_valid_registers_equal_memory, false);
}

setup(notifications_are_on)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_UINTR, V1);
}

on(void, restore_left_out, uintr)(void)
{
	struct uintr_state *saved = get_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_UINTR);

	if (saved != NULL)
		wrmsrl(MSR_IA32_UINTR_MISC, saved->uinv);
}

task(A)
{
	enter_kernel();
	exit_to_user_mode();
	interleave();
}

/* That is not enough: clone saves the live registers of the parent for the child, and restores nothing. */
scenario(uintr_parent_of_a_clone)
{
	like(uintr_vector_written_anew);
	expect_violation("live_registers_hold_state");
}

setup(notifications_are_on)
{
	begins_live_with(&tasks[0], cpu(0), XFEATURE_UINTR, V1);
}

on(void, restore_left_out, uintr)(void)
{
	struct uintr_state *saved = get_xsave_addr(&current->thread.fpu.fpstate->regs, XFEATURE_UINTR);

	if (saved != NULL)
		wrmsrl(MSR_IA32_UINTR_MISC, saved->uinv);
}

setup(a_child_is_ready)
{
	tasks[1].state = TASK_NEW;
}

task(A)
{
	enter_kernel();
	kernel_clone(&tasks[1], false, INIT);
	exit_to_user_mode();
	interleave();
}

task(child)
{
	interleave();
}
