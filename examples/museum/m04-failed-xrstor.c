/*
 * M4: registers that a failed XRSTOR has changed go on counting as another task's
 *
 * The program with the bad frame was switched out in the kernel: its flag is set, the owner is who ran
 * then. XRSTOR changes the registers and faults. The other comes back, is the owner, skips the load, goes
 * on with what is left.
 *
 * Fix: d8778e393afa ("x86/fpu: Invalidate FPU state after a failed XRSTOR from a user buffer") 5.13
 * Since: 1d731e731c4c
 * CVE: CVE-2021-47226
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	/* the handler unmaps the end of its frame, or lets it be swapped out */
	sigframes[0].last_page = __VERIFIER_nondet_bool() ? PAGE_UNMAPPED : PAGE_ABSENT;
	sigreturn(&sigframes[0]);
}

task(B) { user_write(XFEATURE_AVX, B1); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX);
	set(partial_images, false); set(standard_images, true); set(check_kernel_state, false);
	/* in 5.12 M15 is there, too, and its way to a violation is shorter */
	set(check_update_is_kept, false);
}

scenario(broken)
{
	like(fixed); set(sigreturn_invalidates_owner, false);
	expect_violation("nothing_leaks_into_user_mode");
}

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("nothing_leaks_into_user_mode"); }
