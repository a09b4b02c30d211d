/*
 * M18: core dumps and ptrace hand out bytes that nobody wrote
 *
 * A component whose XSTATE_BV bit is clear has no bytes in the task's buffer. The copy for user space left
 * its place alone, and with it whatever was in the kernel's memory there. CVE-2020-10732 is about core
 * dumps and names another fix, at their end of it (1d605416fb71); that this closes the same leak where it
 * begins was not confirmed.
 *
 * Fix: 9e4636545933 ("copy_xstate_to_kernel(): don't leave parts of destination uninitialized") 5.7
 * CVE: CVE-2020-10732
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
	softirqs(1);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(uabi_fills_init, false); expect_violation("no_garbage_to_user"); }

scenario(linux_5_6) { like(fixed); kernel("5.6"); expect_violation("no_garbage_to_user"); }
