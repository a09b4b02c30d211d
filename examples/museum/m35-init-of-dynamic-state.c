/*
 * M35: a null pointer where a tracer reads tile data that is initial
 *
 * For a component whose bit is clear the copy for user space takes the initial bytes from init_fpstate.
 * Tile data is not in init_fpstate: there is no address to take them from.
 *
 * Fix: 471f0aa7fa64 ("x86/fpu: Fix copy_xstate_to_uabi() to copy init states correctly") 6.1
 * Since: 5.16
 */
task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V1));
	user_tilerelease();
	enter_kernel();
	xstateregs_get(current);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.1"); features(AVX, XTILE_DATA);
	set(partial_images, false); set(standard_images, true); set(xinuse_tracking, XINUSE_EXACT);
}

scenario(broken) { like(fixed); set(uabi_knows_dynamic_init, false); expect_violation("no-null-pointer"); }

scenario(linux_6_0) { like(fixed); kernel("6.0"); expect_violation("no-null-pointer"); }
