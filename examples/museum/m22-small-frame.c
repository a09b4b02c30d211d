/*
 * M22: AVX is lost from the frames of checkpoint tools
 *
 * CRIU and gVisor build frames for the components that the program had, smaller than the kernel's own. The
 * second magic number stands behind the frame's size; it was looked for behind the kernel's. Without it
 * only x87 and SSE are restored, and nobody is told.
 *
 * Fix: 44eeff9bc467 ("Revert "x86/fpu: Refine and simplify the magic number check during signal return"")
 * Since: dc8aa31a7ac2 6.16
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	frame_rebuild_small(&sigframes[0], BIT_ULL(XFEATURE_YMM));
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == V1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("7.1"); features(AVX, OPMASK);
	set(partial_images, false); set(standard_images, true); set(preemption, PREEMPT_NONE);
}

scenario(broken) { like(fixed); set(magic2_by_frame_size, false); expect_violation("update_is_kept"); }

scenario(linux_6_16) { like(fixed); kernel("6.16"); expect_violation("update_is_kept"); }
