/*
 * M11: a tracer at the exec stop reads the old program's registers
 *
 * exec made the registers initial and left the task's buffer as it was. The buffer is what ptrace reads.
 *
 * Fix: b22cbe404a9c ("x86/fpu: Fix invalid FPU ptrace state after execve()") 4.9
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	fpu_flush_thread();
	ptrace_stop();
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.6"); features(AVX, PKRU);
	set(partial_images, false); set(standard_images, true); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(exec_resets_memory, false); expect_violation("tracer_sees_state"); }
