/*
 * M21: bytes of the kernel's stack go to every signal frame
 *
 * The software's words of the frame are put together on the stack and copied as a whole. Those that have no
 * meaning yet were not set. Found by KMSAN, before the change that brought it was in a release.
 *
 * Fix: 52d0b8b18776 ("x86/fpu/signal: Initialize sw_bytes in save_xstate_epilog()") 5.16
 * Since: 53599b4d54b9 5.16
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == V1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.16"); features(AVX);
	softirqs(1);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(sigframe_words_are_set, false); expect_violation("no_garbage_to_user"); }
