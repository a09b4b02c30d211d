/*
 * XRSTOR of a signal frame that ends in a page fault. The registers may be changed by then, while another
 * task is still the owner of them: if the program with the frame had been switched out in the kernel, its
 * flag is set, and whoever ran in between would be taken for valid (d8778e393afa, 5.13, CVE-2021-47226; since
 * 1d731e731c4c).
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	/* the handler unmaps the end of its frame, or lets it be swapped out */
	sigframes[0].last_page = __VERIFIER_nondet_bool() ? PAGE_UNMAPPED : PAGE_ABSENT;
	sigreturn(&sigframes[0]);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(sigreturn_fault)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
}

/* B goes on with the registers that A's XRSTOR left */
scenario(sigreturn_fault_keeps_owner)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
	set(sigreturn_invalidates_owner, false);
	set(check_kernel_state, false);
	expect_violation("nothing_leaks_into_user_mode");
}

/*
 * not every failure reset the registers (efa165504943, 5.13): the handler of SIGSEGV ran with what XRSTOR
 * left
 */
scenario(sigreturn_fault_without_reset)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(standard_images, true);
	set(sigreturn_resets_always, false);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
