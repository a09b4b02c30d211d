/*
 * M19: debuggers do not find the vector registers in a core
 *
 * The copy for user space goes upwards, place by place, and the place of SSE was looked up by its mask, 2,
 * which is the number of AVX. What lies below was left out from then on: the software bytes, by which a
 * debugger knows which components there are, and XMM itself. A regression of the fix for M18.
 *
 * Fix: 5714ee50bb43 ("copy_xstate_to_kernel: Fix typo which caused GDB regression") 5.8
 * Since: 9e4636545933 5.7
 */
task(A)
{
	user_write(XFEATURE_SSE, V1);
	enter_kernel();
	xstateregs_get(current);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.8"); features(SSE, AVX);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken)
{
	like(fixed); set(uabi_finds_sse_by_number, false); expect_violation("tracer_knows_layout");
}

scenario(linux_5_7) { like(fixed); kernel("5.7"); expect_violation("tracer_knows_layout"); }
