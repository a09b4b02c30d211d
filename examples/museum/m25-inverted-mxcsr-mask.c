/*
 * M25: sigreturn of a 32-bit program clears MXCSR
 *
 * MXCSR bits that the processor does not have are taken out of the copy of a frame, or the restore would
 * fault. The mask was inverted: the bits that it has were taken out, and those that it has not were kept.
 * The program goes on with every exception unmasked.
 *
 * Fix: b2381acd3fd9 ("x86/fpu: Mask out the invalid MXCSR bits properly") 5.15
 * Since: d298b03506d3
 */
task(A)
{
	user_write(XFEATURE_SSE, V1);
	expect(take_signal(&sigframes[0]));
	sigframes[0].ia32 = true;
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_SSE) == V1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.15"); features(SSE, AVX);
	set(partial_images, false); set(standard_images, true); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(mxcsr_mask_is_right, false); expect_violation("update_is_kept"); }
