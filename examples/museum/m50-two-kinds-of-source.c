/*
 * M50: a regset that the kernel itself hands over is read from nowhere
 *
 * What is to be set lies in the tracer's memory or in the kernel's. A version of the set that was in review
 * in June 2021 looked at the first only. The 0-day robot found it; it was in no release.
 *
 * Fix: none
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	wait_task_inactive(&tasks[0]);
	xstateregs_get(&tasks[0]);
	assert(xstateregs_set_by_kernel(&tasks[0]));
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.14"); features(AVX);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(regset_knows_both_sources, false); expect_violation("no-null-pointer"); }
