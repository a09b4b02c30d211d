/*
 * M39: a guest's tile data is read from the wrong place
 *
 * Offsets in the compacted format follow from the components that the buffer has. The kernel had one table
 * of them, for buffers with everything; since tasks have PASID and guests do not, it is wrong for the
 * buffers of guests.
 *
 * Fix: 7aa5128b5fea ("x86/fpu/xsave: Handle compacted offsets correctly with supervisor states") 5.19
 * Since: 7c1ef59145f1 5.18
 */
task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_XTILE_DATA, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	kvm_get_xsave(guest_fpstate());
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.19"); features(PASID, XTILE_DATA);
	set(standard_images, true); set(guest_state, true);
}

scenario(broken)
{
	like(fixed); set(offsets_follow_xcomp_bv, false); expect_violation("guest_copy_is_right");
}

scenario(linux_5_18) { like(fixed); kernel("5.18"); expect_violation("guest_copy_is_right"); }
