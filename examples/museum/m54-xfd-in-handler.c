/*
 * M54: a signal handler runs with another task's IA32_XFD
 *
 * Signal delivery makes the registers those of the task without restoring the task's buffer, and left
 * IA32_XFD as the last task had it. If that one uses AMX, the handler finds its instructions enabled, and
 * the buffer has no room for what they load.
 *
 * Fix: 388eff894d6b 6.18
 * Since: 5.16
 */
task(A) { take_signal(&sigframes[0]); }

task(B)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	user_tileload(B1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.18"); features(XTILE_DATA);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(xfd_synced_on_signal, false); expect_violation("xfd_matches_buffer"); }

scenario(linux_6_17) { like(fixed); kernel("6.17"); expect_violation("xfd_matches_buffer"); }
