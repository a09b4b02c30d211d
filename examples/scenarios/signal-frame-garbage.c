/*
 * A frame that cannot be written at once. Up to 5.1 the kernel then saved into its own buffer and copied
 * that: XSAVEOPT had left out what was initial, and the frame says of x87 and SSE that they are there. The
 * handler's return loads bytes that nobody wrote (d9c9ce34ed5c, 5.2).
 */

setup(last_page_is_absent)
{
	sigframes[0].last_page = PAGE_ABSENT;
}

task(A)
{
	expect(take_signal(&sigframes[0]));
	user_write(XFEATURE_SSE, V2);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_SSE) == INIT);
}

scenario(signal_frame_tried_again)
{
	cpu_profile("haswell");
	kernel("5.2");
	cpus(1);
	features(SSE);
}

scenario(signal_frame_from_buffer)
{
	cpu_profile("haswell");
	kernel("5.2");
	cpus(1);
	features(SSE);
	set(sigframe_retries, false);
	expect_violation("frame_holds_state");
}
