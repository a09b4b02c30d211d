/*
 * A tracer reads and replaces the whole state of a stopped task: NT_X86_XSTATE.
 *
 * The tracee's registers may still be in the CPU that it stopped on. If it goes on there and nobody has used
 * them, the kernel skips the restore; so the set has to invalidate what the tracee's own object says, since
 * the tracer cannot reach the other CPU's owner pointer.
 */

/* the tracee */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V2);
}

/* the tracer: what it reads is what the tracee had, what it writes is what the tracee has then */
task(B)
{
	user_write(XFEATURE_AVX, B1);
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	assert(uabi_value(&ptrace_buffer, XFEATURE_AVX) == V1);
	exit_to_user_mode();

	enter_kernel();
	uabi_store(&ptrace_buffer, XFEATURE_AVX, V2);
	assert(xstateregs_set(&tasks[0]));
	exit_to_user_mode();

	enter_kernel();
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(ptrace_sets_all)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
}

/* nothing is invalidated: the tracee goes on with its old registers */
scenario(ptrace_without_invalidation)
{
	like(ptrace_sets_all);
	set(preemption, PREEMPT_NEVER);
	set(ptrace_invalidates, false);
	set(check_kernel_state, false);
	expect_violation("expectation");
}

/* the owner of the tracer's own CPU is invalidated: the same */
scenario(ptrace_invalidates_wrong_side)
{
	like(ptrace_sets_all);
	set(preemption, PREEMPT_NEVER);
	set(ptrace_invalidates, false);
	set(ptrace_invalidates_owner, true);
	set(check_kernel_state, false);
	expect_violation("expectation");
}
