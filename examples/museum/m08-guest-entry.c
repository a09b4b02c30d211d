/*
 * M8: a guest is entered with the registers of a softirq
 *
 * The guest's registers were loaded in vcpu_load(), long before the entry, and TIF_NEED_FPU_LOAD was not
 * looked at again. A softirq that uses the FPU in between saves them, sets the flag and overwrites them;
 * the guest goes on with what is left.
 *
 * Fix: 2620fe268e80 ("KVM: x86: Revert "KVM: X86: Fix fpu state crash in kvm guest"") 5.6
 * Fix: c9aef3b85f42 ("KVM: x86: Handle TIF_NEED_FPU_LOAD in kvm_{load,put}_guest_fpu()") 5.6
 * Since: e751732486eb 5.2
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

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.16"); features(AVX);
	softirqs(1); hardirqs(1);
	set(partial_images, false); set(guest_state, true);
}

scenario(broken)
{
	like(fixed); set(kvm_loads_before_entry, false); expect_violation("guest_sees_its_state");
}

scenario(linux_5_5) { like(fixed); kernel("5.5"); expect_violation("guest_sees_its_state"); }
