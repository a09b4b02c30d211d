/*
 * M29: a tracer that clears the PKRU bit does not get 0
 *
 * What ptrace is handed means what XRSTOR of it would mean: a clear bit is the hardware's initial value.
 * The value of thread.pkru was changed only where the bit was set.
 *
 * Fix: d7e5aceace51 ("x86/fpu: Emulate XRSTOR's behavior if the xfeatures PKRU bit is not set") 6.2
 * Since: e84ba47e313d 5.14
 */
task(A)
{
	write_pkru(V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
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

scenario(fixed)
{
	cpu_profile("zen3"); kernel("6.2"); features(PKRU);
	set(partial_images, false); set(standard_images, true); set(check_parked_pkru_is_right, false);
}

scenario(broken) { like(fixed); set(pkru_cleared_by_ptrace, false); expect_violation("update_is_kept"); }

scenario(linux_6_1) { like(fixed); kernel("6.1"); expect_violation("update_is_kept"); }
