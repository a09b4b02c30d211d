/*
 * exec: the new program starts with everything initial. Only memory is reset; the registers follow on the way
 * to user mode, if the kernel knows that they are stale.
 *
 * Up to 6.5 exec made the CPU that it ran on forget its owner. The owner of the CPU that the task came from
 * stayed, and last_cpu still named that CPU; back there the old program's registers counted as valid
 * (1f69383b203e, 6.6).
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

scenario(exec_6_5)
{
	cpu_profile("sapphire-rapids");
	kernel("6.5");
	cpus(2);
	migrations(2);
	features(AVX, PKRU);
	set(partial_images, false);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

/*
 * the buffer keeps the old program's state (b22cbe404a9c, 4.9): a tracer would see it, and the new program
 * gets it back
 */
scenario(exec_keeps_memory)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(AVX, PKRU);
	set(partial_images, false);
	set(exec_resets_memory, false);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
