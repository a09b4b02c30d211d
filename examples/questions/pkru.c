/*
 * What PKRU is after each thing that can happen to it. Each scenario asks for what the newest kernels do; run
 * over several kernels, the verdicts are a table of what changed when:
 *
 *   xstate compare examples/questions/pkru.c --vary kernel=5.12,5.13,5.14,6.2,6.12,6.13
 *
 * What the kernel keeps for itself (check_kernel_state) is not asked for: the question is what programs see.
 *
 * PKRU has two initial values. The hardware's, INIT, is 0 and opens every key; it is what a clear XSTATE_BV bit
 * means. The kernel's, KERNEL_INIT, is init_pkru_val, and is what a new program starts with.
 */

/* exec: the new program has the kernel's value, not the old program's and not the hardware's */
scenario(exec_gives_the_kernels_value)
{
	cpu_profile("zen3");
	kernel("6.18");
	cpus(1);
	features(AVX, PKRU);
	set(partial_images, false);
	set(check_kernel_state, false);
}

task(A)
{
	write_pkru(V1);
	enter_kernel();
	fpu_flush_thread();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == KERNEL_INIT);
}

/* clone: the child has the parent's */
scenario(clone_copies_the_parents)
{
	like(exec_gives_the_kernels_value);
}

setup(child_is_not_there_yet)
{
	tasks[1].state = TASK_NEW;
}

task(A)
{
	write_pkru(V1);
	enter_kernel();
	kernel_clone(&tasks[1], true, INIT);
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == V1);
}

task(B)
{
	expect(reg(XFEATURE_PKRU) == V1);
}

/* a signal: the handler has the kernel's value, its return brings the program's back */
scenario(signal_gives_the_kernels_value_and_returns_the_programs)
{
	like(exec_gives_the_kernels_value);
	features(PKRU);
	set(standard_images, true);
}

task(A)
{
	write_pkru(V1);
	expect(take_signal(&sigframes[0]));
	expect(reg(XFEATURE_PKRU) == KERNEL_INIT);
	write_pkru(V2);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_PKRU) == V1);
}

/* sigreturn from a frame that somebody rebuilt without it: the hardware's 0, not init_pkru_val */
scenario(sigreturn_from_a_frame_without_it_gives_0)
{
	like(signal_gives_the_kernels_value_and_returns_the_programs);
}

task(A)
{
	write_pkru(V1);
	expect(take_signal(&sigframes[0]));
	frame_rebuild_small(&sigframes[0], 0);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_PKRU) == INIT);
}

/* a tracer sets it */
scenario(ptrace_sets_it)
{
	like(signal_gives_the_kernels_value_and_returns_the_programs);
}

task(A)
{
	write_pkru(V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == V2);
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	assert(uabi_value(&ptrace_buffer, XFEATURE_PKRU) == V1);
	uabi_store(&ptrace_buffer, XFEATURE_PKRU, V2);
	assert(xstateregs_set(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

/* a tracer hands over an image with a clear bit: 0, as XRSTOR has it */
scenario(ptrace_with_a_clear_bit_gives_0)
{
	like(signal_gives_the_kernels_value_and_returns_the_programs);
}

task(A)
{
	write_pkru(V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == INIT);
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	uabi_clear(&ptrace_buffer, XFEATURE_PKRU);
	assert(xstateregs_set(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

/* kernel FPU sections, of the task and of softirqs, and another task in between */
scenario(kernel_fpu_keeps_it)
{
	like(exec_gives_the_kernels_value);
	softirqs(1);
}

task(A)
{
	write_pkru(V1);
	enter_kernel();
	kernel_fpu_begin();
	kernel_fpu_end();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == V1);
}

task(B)
{
	write_pkru(B1);
	expect(reg(XFEATURE_PKRU) == B1);
}

/* the same where the value is 0, which some processors track as initial */
scenario(kernel_fpu_keeps_0)
{
	like(kernel_fpu_keeps_it);
}

task(A)
{
	write_pkru(INIT);
	enter_kernel();
	kernel_fpu_begin();
	kernel_fpu_end();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == INIT);
}

task(B)
{
	write_pkru(B1);
	expect(reg(XFEATURE_PKRU) == B1);
}

kernel_thread(K)
{
	schedule();
}

/* pkey_alloc() and pkey_set() of the kernel, where the value was 0 */
scenario(pkey_alloc_sets_it)
{
	like(kernel_fpu_keeps_it);
}

task(A)
{
	write_pkru(INIT);
	enter_kernel();
	arch_set_user_pkey_access(V1);
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == V1);
}
