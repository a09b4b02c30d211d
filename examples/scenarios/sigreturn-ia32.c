/*
 * sigreturn of a 32-bit program copies the frame into the kernel's buffer. From 5.8 to 5.12 the header came
 * along as it was (b860eb8dce59); a reserved byte that is not 0 makes every restore from that buffer fault
 * from then on (484cea4f362e, 5.13, CVE-2021-47227).
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	atomic {
		sigframes[0].ia32 = true;
		sigframes[0].fx.header.reserved = __VERIFIER_nondet_bool();
	}
	sigreturn(&sigframes[0]);
	user_write(XFEATURE_AVX, V2);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(sigreturn_ia32_5_18)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(standard_images, true);
}

/* the header of the frame is taken as it is */
scenario(sigreturn_ia32_unchecked)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(standard_images, true);
	set(uabi_header_checked, false);
	expect_violation("header_is_valid");
}
