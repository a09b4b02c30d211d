/*
 * M41a: a guest cannot move to the host that it was made for
 *
 * The guest was not given PKRU, the host has it. The copy of the guest's state had whatever the buffer had,
 * the thread's own PKRU included; a host without PKRU refuses it.
 *
 * Fix: ad856280ddea ("x86/kvm/fpu: Limit guest user_xfeatures to supported bits of XCR0") 5.17
 */
setup(guest_without_pkru) { guest_supported_xcr0 = XCR0 & ~BIT_ULL(XFEATURE_PKRU); }

task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_AVX, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	kvm_get_xsave(guest_fpstate());
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.17"); features(AVX, PKRU);
	set(partial_images, false); set(standard_images, true); set(guest_state, true);
}

scenario(broken)
{
	like(fixed); set(guest_copy_is_limited, false); expect_violation("guest_copy_is_the_guests");
}

scenario(linux_5_16) { like(fixed); kernel("5.16"); expect_violation("guest_copy_is_the_guests"); }
