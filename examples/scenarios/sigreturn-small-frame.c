/*
 * A frame that a checkpoint tool built for fewer components than the kernel has, or whose end is not mapped:
 * what the frame says of its size is the program's word, not the kernel's.
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	if (__VERIFIER_nondet_bool())
		frame_rebuild_small(&sigframes[0], BIT_ULL(XFEATURE_YMM));
	else
		frame_claim_small(&sigframes[0]);
	sigreturn(&sigframes[0]);
}

scenario(small_frame_6_8)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(AVX, OPMASK);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
}

/* dc8aa31a7ac2, 6.16: the second magic number is looked for behind the kernel's size, and AVX is lost */
scenario(small_frame_6_16)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX, OPMASK);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
	expect_violation("update_is_kept");
}

/*
 * d877550eaf2d, 6.8 (CVE-2024-26603): what the frame claims is faulted in, and the XRSTOR that needs more is
 * tried again for ever.
 */
scenario(unmapped_end_6_7)
{
	cpu_profile("sapphire-rapids");
	kernel("6.7");
	cpus(1);
	features(AVX, OPMASK);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
	expect_violation("retry_makes_progress");
}
