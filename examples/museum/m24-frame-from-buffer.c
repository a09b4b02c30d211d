/*
 * M24: a signal frame with bytes that nobody wrote
 *
 * If the frame could not be written at once, the kernel saved into its own buffer and copied that. XSAVEOPT
 * leaves out what is initial, and the frame says of x87 and SSE that they are there: the handler's return
 * loads what happened to be in the buffer.
 *
 * Fix: d9c9ce34ed5c ("x86/fpu: Fault-in user stack if copy_fpstate_to_sigframe() fails") 5.2
 */
setup(last_page_is_absent) { sigframes[0].last_page = PAGE_ABSENT; }

task(A)
{
	expect(take_signal(&sigframes[0]));
	user_write(XFEATURE_SSE, V2);
	expect(sigreturn(&sigframes[0]));
	expect(reg(XFEATURE_SSE) == INIT);
}

scenario(fixed) { cpu_profile("haswell"); kernel("5.2"); features(SSE); }

scenario(broken) { like(fixed); set(sigframe_retries, false); expect_violation("frame_holds_state"); }
