/*
 * What a tracer or a core dump is given of components that are initial. Their bytes in the task's buffer are
 * whatever was there before; up to 5.6 the kernel left the bytes of its copy alone, which were whatever was
 * there before, too (9e4636545933, 5.7). From 5.16 to 6.0 it looked for the initial bytes of tile data in an
 * init_fpstate that has none (471f0aa7fa64, 6.1).
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

scenario(regset_6_1)
{
	cpu_profile("sapphire-rapids");
	kernel("6.1");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
	set(xinuse_tracking, XINUSE_EXACT);
}

scenario(regset_6_0)
{
	cpu_profile("sapphire-rapids");
	kernel("6.0");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
	set(xinuse_tracking, XINUSE_EXACT);
	expect_violation("no-null-pointer");
}

scenario(regset_leaves_gaps)
{
	cpu_profile("sapphire-rapids");
	kernel("6.1");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	set(standard_images, true);
	set(xinuse_tracking, XINUSE_EXACT);
	set(uabi_fills_init, false);
	expect_violation("no_garbage_to_user");
}
