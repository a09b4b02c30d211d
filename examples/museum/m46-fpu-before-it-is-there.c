/*
 * M46: a CPU that comes up uses the FPU before it has set it up
 *
 * irq_fpu_usable() knew whether the FPU is in use, not whether it is there: CR4.OSXSAVE is set later in the
 * way up of a CPU than the microcode is loaded, whose SHA-256 takes vector registers where it may. Found
 * before the code that uses them so early was in a release.
 *
 * Fix: 2297554f01df ("x86/fpu: Fix irq_fpu_usable() to return false during CPU onlining") 6.16
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	exit_to_user_mode();
}

/* what the CPU does that comes up */
kernel_thread(K) { start_secondary(); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.16"); features(AVX);
	cpus(2); migrations(1);
	set(partial_images, false);
}

scenario(broken)
{
	like(fixed); set(bringup_forbids_kernel_fpu, false); expect_violation("kernel_fpu_is_set_up");
}
