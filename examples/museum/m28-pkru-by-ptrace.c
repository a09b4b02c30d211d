/*
 * M28: a tracer sets PKRU, and nothing happens
 *
 * From 5.14 on the PKRU in a task's buffer is dead: the task is switched to thread.pkru. ptrace went on
 * writing the buffer. Found by rr.
 *
 * Fix: 4a804c4f8356 ("x86/fpu: Allow PKRU to be (once again) written by ptrace.") 6.2
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
	uabi_store(&ptrace_buffer, XFEATURE_PKRU, V2);
	assert(xstateregs_set(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("zen3"); kernel("6.2"); features(PKRU);
	set(partial_images, false); set(standard_images, true); set(check_parked_pkru_is_right, false);
}

scenario(broken) { like(fixed); set(pkru_set_by_ptrace, false); expect_violation("update_is_kept"); }

scenario(linux_6_1) { like(fixed); kernel("6.1"); expect_violation("update_is_kept"); }
