/*
 * Signal delivery makes the registers those of the task, without a restore of the task's buffer. Up to 6.17
 * it left IA32_XFD as the last task had it (388eff894d6b, 6.18): if that task uses AMX, the one with the
 * signal goes on with the instructions enabled, and its buffer has no room for what they load.
 */

task(A)
{
	take_signal(&sigframes[0]);
}

task(B)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	user_tileload(B1);
}

scenario(amx_signal_6_18)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
}

scenario(amx_signal_6_17)
{
	cpu_profile("sapphire-rapids");
	kernel("6.17");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
	expect_violation("xfd_matches_buffer");
}
