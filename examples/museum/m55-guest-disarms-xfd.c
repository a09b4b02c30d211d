/*
 * M55: #NM in the kernel after a guest sets IA32_XFD
 *
 * A guest disarms a component while the XSTATE_BV bit of its buffer is set, for instance because a softirq
 * saved its registers just before. The next restore loads a component that XFD forbids.
 *
 * Fix: b45f72177594 6.19
 */
task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_XTILE_DATA, V1);
	/* the guest's WRMSR, intercepted: it does not expect to see again what it disarms */
	fpu_update_guest_xfd(guest_fpstate(), BIT_ULL(XFEATURE_XTILE_DATA));
	vcpu_enter_guest(false, XFEATURE_XTILE_DATA, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.19"); features(XTILE_DATA);
	softirqs(1);
	set(partial_images, false); set(guest_state, true);
}

scenario(broken)
{
	like(fixed); set(kvm_clears_bv_for_xfd, false); expect_violation("kernel_restore_never_faults");
}

scenario(linux_6_18) { like(fixed); kernel("6.18"); expect_violation("kernel_restore_never_faults"); }
