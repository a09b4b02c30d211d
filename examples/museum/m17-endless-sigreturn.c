/*
 * M17: sigreturn never ends
 *
 * The frame says that it is small; the components that it claims need more, and there nothing is mapped.
 * XRSTOR faults behind the small size, the kernel faults in the small size, which works, and tries again,
 * for ever.
 *
 * Fix: d877550eaf2d ("x86/fpu: Stop relying on userspace for info to fault in xsave buffer") 6.8
 * Since: fcb3635f5018 5.14
 * CVE: CVE-2024-26603
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	frame_claim_small(&sigframes[0]);
	expect(!sigreturn(&sigframes[0]));
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.8"); features(AVX, OPMASK);
	set(partial_images, false); set(standard_images, true); set(preemption, PREEMPT_NONE);
}

scenario(broken)
{
	like(fixed); set(sigreturn_faults_in_kernel_size, false); expect_violation("retry_makes_progress");
}

scenario(linux_6_7) { like(fixed); kernel("6.7"); expect_violation("retry_makes_progress"); }
