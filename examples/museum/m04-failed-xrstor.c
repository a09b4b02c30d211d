/*
 * M4: registers that a failed XRSTOR has changed go on counting as another task's
 *
 * The program with the bad frame was switched out on its way through the kernel, so its flag is set and the
 * owner is the task that ran meanwhile. XRSTOR changes the registers and faults. That task comes back,
 * finds itself the owner, skips the load, and goes on with what the XRSTOR left.
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
}

scenario(broken)
{
	like(fixed); set(sigreturn_invalidates_owner, false); expect_violation("nothing_leaks_into_user_mode");
}

/* M15 was not fixed either, and its way to a violation is shorter */
scenario(linux_5_12)
{
	like(fixed); kernel("5.12"); set(check_update_is_kept, false);
	expect_violation("nothing_leaks_into_user_mode");
}
