/*
 * Tiles in use keep a CPU out of its deepest idle state, so the idle task gives them up (fpu_idle_fpregs,
 * 5.19). They are in the memory of whoever was switched out; the CPU has to forget that they were in its
 * registers, too.
 */

task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V1));
	expect(reg(XFEATURE_XTILE_DATA) == V1);
}

/* what the idle task does before it stops the CPU */
kernel_thread(K)
{
	fpu_idle_fpregs();
}

scenario(amx_idle)
{
	cpu_profile("sapphire-rapids");
	kernel("5.19");
	cpus(1);
	features(AVX, XTILE_DATA);
	set(partial_images, false);
}

scenario(amx_idle_keeps_owner)
{
	like(amx_idle);
	set(idle_forgets_owner, false);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}
