/*
 * CET_S is used by guests only: the kernel has no room for it in the buffers of tasks, and from 6.17 on
 * (8b05b3c98816) it has in those of guests. Without it the first restore for somebody else is the end of the
 * guest's value.
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

task(B)
{
	user_write(XFEATURE_CET_USER, B1);
	expect(reg(XFEATURE_CET_USER) == B1);
}

scenario(kvm_guest_cet_6_18)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(CET_U, CET_S);
	set(partial_images, false);
	set(guest_state, true);
}

scenario(kvm_guest_cet_6_16)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(CET_U, CET_S);
	set(partial_images, false);
	set(guest_state, true);
	expect_violation("guest_sees_its_state");
}
