/*
 * The fix-up does not decode the instruction: any #GP of a thread without PASID is taken for ENQCMD's. Here it is an
 * XRSTOR of the program's own with a bad header. With one try for each thread the second #GP is a real one, and the
 * program has SIGSEGV; in the first posted form, without a limit, it executes the same instruction for ever.
 */

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	user_write(XFEATURE_AVX, V2);
	sigframes[0].fx.header.reserved = true;
	expect(!user_xrstor(&sigframes[0].fx, BIT_ULL(XFEATURE_YMM)));
	expect(signal_of(current) == SIGSEGV);
	expect(reg(XFEATURE_AVX) == V2);
	/* the wrong #GP has populated the thread all the same */
	expect(enqcmd());
}

scenario(other_gp_with_limit)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
	set(standard_images, true);
}

scenario(other_gp_without_limit)
{
	like(other_gp_with_limit);
	set(pasid_fixup_once, false);
	expect_violation("trap_retry_ends");
}
