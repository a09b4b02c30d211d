/*
 * M47: a fault of the firmware ends the kernel
 *
 * A call of the firmware is a kernel FPU section. Where it faults, the handler gives the call up, unless an
 * interrupt had come into it: in_interrupt(). Since kernel_fpu_begin() takes fpregs_lock, bottom halves are
 * off in the call, in_interrupt() says yes to that, too, and every fault of the firmware is an oops.
 *
 * Fix: 088f65e20608 ("x86/efi: Fix graceful fault handling after FPU softirq changes")
 * Since: d02198550423 6.15
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	efi_call();
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("7.1"); features(AVX);
	set(partial_images, false);
}

scenario(broken)
{
	like(fixed); set(efi_fault_knows_locked_sections, false);
	expect_violation("firmware_faults_are_survived");
}

scenario(linux_6_15) { like(fixed); kernel("6.15"); expect_violation("firmware_faults_are_survived"); }
