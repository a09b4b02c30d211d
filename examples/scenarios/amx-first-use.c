/*
 * Tile data of AMX: the process asks for permission, the first instruction raises #NM, the kernel replaces
 * the thread's buffer by a larger one and clears the bit in IA32_XFD (5.16). IA32_XFD has to follow the
 * buffers from then on.
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V2));
	expect(reg(XFEATURE_XTILE_DATA) == V2);
	expect(reg(XFEATURE_AVX) == V1);
}

/* without permission: SIGILL */
task(B)
{
	bool loaded;

	user_write(XFEATURE_AVX, B1);
	loaded = user_tileload(B2);
	expect(!loaded);
}

scenario(amx_first_use)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	softirqs(1);
}

/* a restore that leaves IA32_XFD alone: the task without permission finds the instructions enabled */
scenario(amx_restore_without_xfd)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	set(xfd_synced_on_restore, false);
	expect_violation("xfd_matches_buffer");
}

/* the buffer is replaced while it is the only copy of the state */
scenario(amx_realloc_without_restore)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
	set(realloc_restores_first, false);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}
