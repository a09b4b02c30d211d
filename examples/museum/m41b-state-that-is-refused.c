/*
 * M41b: a guest that comes from an older host loses its state
 *
 * What limits the copy out of a guest (M41a) limited the copy into it, too. An image of a host without that
 * fix has components that the guest was not given. It was refused as a whole, and the program that runs the
 * guest goes on without it.
 *
 * Fix: 8647c52e9504 ("KVM: x86: Constrain guest-supported xfeatures only at KVM_GET_XSAVE{2}") 6.7
 * Since: ad856280ddea 5.17
 */
setup(guest_without_pkru) { guest_supported_xcr0 = XCR0 & ~BIT_ULL(XFEATURE_PKRU); }

task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_AVX, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	kvm_get_xsave(guest_fpstate());
	vmm_buffer.header.xfeatures |= BIT_ULL(XFEATURE_PKRU);
	kvm_new_guest(guest_fpstate());
	kvm_set_xsave(guest_fpstate());
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(false, XFEATURE_AVX, V1);
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.7"); features(AVX, PKRU);
	set(partial_images, false); set(standard_images, true); set(guest_state, true);
	set(check_kernel_state, false);
}

scenario(broken)
{
	like(fixed); set(guest_takes_what_the_host_has, false); expect_violation("guest_sees_its_state");
}

scenario(linux_6_6) { like(fixed); kernel("6.6"); expect_violation("guest_sees_its_state"); }
