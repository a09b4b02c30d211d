/*
 * M13: registers count as valid by their owner alone
 *
 * A task ran on one CPU, went to another and came back. The first CPU still names it as the owner, and
 * still holds what it had then. Only last_cpu tells that the task has been elsewhere since: the rule of
 * today, born in 2012 when the preload of registers was removed, brought back and made lazy.
 *
 * Fix: b3b0870ef3ff
 * Fix: 34ddc81a230b
 * Fix: 7e16838d94b5
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	exit_to_user_mode();
	user_write(XFEATURE_AVX, V2);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.16"); features(AVX);
	cpus(2); migrations(2);
	set(partial_images, false); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(validity_tests_last_cpu, false); expect_violation("state_is_kept"); }
