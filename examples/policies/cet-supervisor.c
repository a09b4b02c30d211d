/*
 * CET_S, the shadow stack pointers of privilege levels 0 to 2: only guests use it. A guest finds at each entry what it left,
 * whatever ran on the CPU in the meantime, and the host's tasks pay nothing for it.
 *
 *     xstate check examples/policies/cet-supervisor.c --policy CET_S=on-return-to-user
 */
#define COMPONENT XFEATURE_CET_S

property(tasks_do_without, "no buffer of a host's task has room for the component")
{
	return forall(fpstate, fpstates, !fpstate->in_use || fpstate->is_guest
		|| !(fpstate->xfeatures & BIT_ULL(COMPONENT)));
}

scenario(cet_supervisor)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(CET_S);
	set(partial_images, false);
	set(guest_state, true);
	set(preemption, PREEMPT_NONE);
}

/* runs a virtual CPU, and sleeps between two entries */
task(A)
{
	enter_kernel();
	require_enabled(COMPONENT);
	fpu_swap_kvm_fpstate(guest_fpstate(), true);
	vcpu_enter_guest(true, COMPONENT, V1);
	switch_to_other(PICK_USER_TASK);
	vcpu_enter_guest(false, COMPONENT, V1);
	fpu_swap_kvm_fpstate(guest_fpstate(), false);
	exit_to_user_mode();
}

/* another guest's thread would leave something else behind: here the host's kernel does */
task(B)
{
	enter_kernel();
	kernel_fpu_section();
	exit_to_user_mode();
}
