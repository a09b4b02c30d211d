/*
 * M15: the handler of SIGSEGV runs with a half restored state
 *
 * sigreturn cannot read the whole frame. Some of the ways out made the registers initial, others left them
 * as the interrupted XRSTOR had.
 *
 * Fix: efa165504943 ("x86/fpu: Reset state for all signal restore failures") 5.13
 * Since: 72a671ced66d
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(take_signal(&sigframes[0]));
	/* the handler unmaps the end of its frame */
	sigframes[0].last_page = PAGE_UNMAPPED;
	expect(!sigreturn(&sigframes[0]));
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX);
	set(partial_images, false); set(standard_images, true); set(check_kernel_state, false);
}

scenario(broken) { like(fixed); set(sigreturn_resets_always, false); expect_violation("update_is_kept"); }

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("update_is_kept"); }
