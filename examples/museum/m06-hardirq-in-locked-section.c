/*
 * M6: a hard interrupt uses the FPU in the middle of a section under fpregs_lock
 *
 * fpregs_lock keeps softirqs and preemption away, hard interrupts come all the same. irq_fpu_usable() said
 * yes to them: between the load of a task's registers and the moment when they are declared the task's, the
 * kernel's values take their place. Random number code in interrupts made it real.
 *
 * Fix: 59f5ede3bc0f ("x86/fpu: Prevent FPU state corruption") 5.18
 * Since: 5d2bd7009f30
 */
task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	handle_signal(&sigframes[0]);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX);
	hardirqs(1);
	set(partial_images, false); set(standard_images, true); set(check_kernel_state, false);
}

scenario(broken)
{
	like(fixed); set(irq_fpu_usable_checks_softirqs, false); expect_violation("frame_holds_state");
}

scenario(linux_5_17) { like(fixed); kernel("5.17"); expect_violation("frame_holds_state"); }
