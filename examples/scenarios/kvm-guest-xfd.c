/*
 * A guest disarms a component in IA32_XFD while its buffer still has the XSTATE_BV bit: the next restore
 * raises #NM in the kernel. From 6.19 the bit goes when the guest sets XFD (b45f72177594).
 */

task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_XTILE_DATA, V1);
	/* WRMSR, intercepted: what the guest disarms, it does not expect to see again */
	fpu_update_guest_xfd(guest_fpstate(), BIT_ULL(XFEATURE_XTILE_DATA));
	vcpu_enter_guest(false, XFEATURE_XTILE_DATA, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

scenario(kvm_guest_xfd_6_19)
{
	cpu_profile("sapphire-rapids");
	kernel("6.19");
	cpus(1);
	features(XTILE_DATA);
	softirqs(1);
	set(partial_images, false);
	set(guest_state, true);
}

scenario(kvm_guest_xfd_6_18)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(XTILE_DATA);
	softirqs(1);
	set(partial_images, false);
	set(guest_state, true);
	expect_violation("kernel_restore_never_faults");
}
