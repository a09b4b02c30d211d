/*
 * A guest disarms a component in IA32_XFD while its buffer still has the XSTATE_BV bit: the next restore raises #NM in the
 * kernel. From 6.19 the bit goes when the guest sets XFD (b45f72177594).
 */

setup(guest_has_a_buffer)
{
	new_guest_fpstate(&fpstates[NR_USER_TASKS]);
	fpstates[NR_USER_TASKS].xfd = 0;
}

task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(&fpstates[NR_USER_TASKS], true);
	vcpu_enter_guest(true, XFEATURE_XTILE_DATA, V1);
	/* WRMSR, intercepted: what the guest disarms, it does not expect to see again */
	fpu_update_guest_xfd(&fpstates[NR_USER_TASKS], BIT_ULL(XFEATURE_XTILE_DATA));
	fpu_swap_kvm_fpstate(&fpstates[NR_USER_TASKS], false);
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
}

scenario(kvm_guest_xfd_6_18)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(XTILE_DATA);
	softirqs(1);
	set(partial_images, false);
	expect_violation("kernel_restore_never_faults");
}
