/*
 * A guest uses tiles that it has disarmed, and reads IA32_XFD_ERR in its #NM handler. Between the two the host may run
 * another task, whose own #NM writes and clears the same register: KVM puts the guest's value aside while interrupts are
 * off (5.17).
 */

task(A)
{
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	fpu_update_guest_xfd(guest_fpstate(), BIT_ULL(XFEATURE_XTILE_DATA));
	vcpu_guest_uses(XFEATURE_XTILE_DATA);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

task(B)
{
	expect(!user_tileload(B1));
	expect(signal_of(current) == SIGILL);
}

scenario(guest_xfd_err_saved)
{
	cpu_profile("sapphire-rapids");
	kernel("6.19");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(guest_state, true);
}

/* the host goes on with the guest's IA32_XFD_ERR */
scenario(guest_xfd_err_stays)
{
	like(guest_xfd_err_saved);
	set(kvm_saves_xfd_err, false);
	expect_violation("xfd_err_is_clear");
}

/* and B's handler clears it: the guest finds nothing that explains its #NM */
scenario(guest_xfd_err_lost)
{
	like(guest_xfd_err_saved);
	set(kvm_saves_xfd_err, false);
	set(check_xfd_err_is_clear, false);
	expect_violation("guest_sees_its_xfd_err");
}
