/*
 * What sigreturn makes of a frame whose size, second magic number and XSTATE_BV somebody else has chosen: a
 * checkpoint tool that builds frames for fewer components, a sandbox, a tracer that edits one bit.
 *
 * Every tuple of (size that the frame claims, size behind which the second magic number stands, first magic
 * number, XSTATE_BV) is tried. A frame counts as extended if it has both numbers, the second behind the size
 * that it claims; then a component is what the frame holds if its bit is set, and initial if not. Any other frame is
 * a legacy one: what lies behind the legacy region is initial.
 */

task(A)
{
	enum frame_size size = choose(FRAME_LEGACY, FRAME_KERNEL);
	enum frame_size magic2 = choose(FRAME_LEGACY, FRAME_KERNEL);
	bool magic1 = __VERIFIER_nondet_bool();
	bool avx = __VERIFIER_nondet_bool();
	bool opmask = __VERIFIER_nondet_bool();
	bool extended = magic1 && size != FRAME_LEGACY && magic2 == size;

	user_write(XFEATURE_AVX, V1);
	user_write(XFEATURE_OPMASK, V2);
	expect(take_signal(&sigframes[0]));
	atomic {
		sigframes[0].xstate_size = size;
		sigframes[0].magic2_behind = magic2;
		sigframes[0].magic1 = magic1;
		if (!avx)
			sigframes[0].fx.header.xfeatures &= ~BIT_ULL(XFEATURE_AVX);
		if (!opmask)
			sigframes[0].fx.header.xfeatures &= ~BIT_ULL(XFEATURE_OPMASK);
	}
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_AVX) == (extended && avx ? V1 : INIT));
	expect(reg(XFEATURE_OPMASK) == (extended && opmask ? V2 : INIT));
}

scenario(every_frame)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(AVX, OPMASK);
	set(partial_images, false);
	set(standard_images, true);
	set(preemption, PREEMPT_NONE);
	/* the expectations above say it for edited frames, too */
	set(check_update_is_kept, false);
	set(check_state_is_kept, false);
	set(check_kernel_state, false);
}
