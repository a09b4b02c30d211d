/*
 * exec: the new program starts with everything initial. Only memory is reset; the registers follow on the way
 * to user mode, if the kernel knows that they are stale.
 *
 * Whatever CPU still holds the old ones must not count as valid: museum/m05-exec-wrong-side.c. A tracer must not see
 * the old program's: museum/m11-exec-and-tracer.c.
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	fpu_flush_thread();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == INIT);
}

scenario(exec_6_6)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(2);
	migrations(2);
	features(AVX, PKRU);
	set(partial_images, false);
}
