/*
 * M40: the buffer of a guest is too small
 *
 * Its memory was for the image that user space exchanges, which has no supervisor components; what is saved
 * to it is the kernel's. Nobody was hit while guests had user components only, and the standard format
 * needs more for those.
 *
 * Fix: 1937e18cc3cf ("x86/fpu: Fix guest FPU state buffer allocation size") 6.15
 * Since: 69f6ed1d14c6
 */
task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_CET_USER, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.18"); features(CET_U, CET_S);
	set(partial_images, false); set(guest_state, true);
}

scenario(broken) { like(fixed); set(guest_size_is_the_kernels, false); expect_violation("buffer_has_room"); }
