/*
 * XRSTOR of a signal frame that ends in a page fault. The registers may be changed by then, while another task is still the
 * owner of them: museum/m04-failed-xrstor.c, m15-no-reset.c.
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
