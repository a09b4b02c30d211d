/*
 * A thread that runs a virtual CPU. What the guest left in its registers has to be there at the next entry,
 * whatever used the registers in between: TIF_NEED_FPU_LOAD is looked at with interrupts off, right before
 * the entry (2620fe268e80, c9aef3b85f42, 5.6).
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, XFEATURE_AVX, V2);
	vcpu_enter_guest(false, XFEATURE_AVX, V2);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(kvm_guest_state)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX);
	softirqs(1);
	hardirqs(1);
	set(partial_images, false);
	set(guest_state, true);
}

/* as it was up to 5.5: reloaded early, and a softirq that uses the FPU comes before the entry */
scenario(kvm_loads_too_early)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(1);
	features(AVX);
	softirqs(1);
	set(partial_images, false);
	set(guest_state, true);
	set(kvm_loads_before_entry, false);
	expect_violation("guest_sees_its_state");
}
