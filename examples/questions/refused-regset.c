/*
 * PTRACE_SETREGSET takes the tracee's registers for invalid before it has looked at what the tracer hands over.
 * If that is refused, the invalidation was for nothing. Is it only that, or can it harm?
 *
 * The first scenario asks whether anything that a program can see depends on it, the second for the cost:
 *
 *   xstate compare examples/questions/refused-regset.c --vary ptrace_invalidates
 */

/* restores that the tracee needs from its stop to its next instruction */
ghost range(0, 7) restores;

on(void, restore_executed, cost)(u64 rfbm)
{
	if (current == &tasks[0] && restores < 7)
		restores += 1;
}

/* the tracee */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	restores = 0;
	ptrace_stop();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

/* the tracer, whose image has a reserved bit of the header set */
task(B)
{
	user_write(XFEATURE_AVX, B1);
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	uabi_store(&ptrace_buffer, XFEATURE_AVX, V2);
	ptrace_buffer.header.reserved = true;
	assert(!xstateregs_set(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(refused_set_changes_nothing)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	softirqs(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
}

scenario(refused_set_costs_nothing)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NEVER);
	expect_violation("no_restore");
}

property(no_restore, "a tracee whose state was not changed goes on with the registers that it left")
{
	return restores == 0;
}
