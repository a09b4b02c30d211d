/*
 * M57: a tracer asks a task without a shadow stack for its pointer
 *
 * The component is initial then, and there is no address for it in the buffer: a warning, at the tracer's
 * will. From the fix on the pointer is there only while the shadow stack is on, and so not initial.
 *
 * Fix: a9d9c33132d4
 * Since: 6.6
 */
task(A)
{
	enter_kernel();
	if (__VERIFIER_nondet_bool())
		shstk_setup(V1, V2);
	ptrace_stop();
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	ssp_get(&tasks[0]);
	ssp_set(&tasks[0], V3);
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.18"); features(CET_U);
	set(partial_images, false);
}

scenario(broken) { like(fixed); set(ssp_needs_shstk, false); expect_violation("no_warning"); }
