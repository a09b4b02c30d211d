/*
 * M56: a guest loses its CET_S
 *
 * Only guests use CET_S, and the buffers of guests had no more room for it than those of tasks. The first
 * restore for somebody else makes the registers initial. From 6.17 on guests' buffers have it.
 *
 * Fix: 8b05b3c98816 6.17
 */
task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_CET_KERNEL, V1);
	vcpu_enter_guest(false, XFEATURE_CET_KERNEL, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

task(B) { user_write(XFEATURE_CET_USER, B1); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.18"); features(CET_U, CET_S);
	set(partial_images, false); set(guest_state, true);
}

scenario(broken) { like(fixed); set(guest_only_supervisor, false); expect_violation("guest_sees_its_state"); }

scenario(linux_6_16) { like(fixed); kernel("6.16"); expect_violation("guest_sees_its_state"); }
