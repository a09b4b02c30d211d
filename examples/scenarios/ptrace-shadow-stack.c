/*
 * The shadow stack pointer of a stopped task: NT_X86_SHSTK. It may be asked of a task whose shadow stack is
 * off; its CET component is initial then, and there is no address for it (a9d9c33132d4).
 */

task(A)
{
	bool enabled = __VERIFIER_nondet_bool();

	enter_kernel();
	if (enabled)
		shstk_setup(V1, V2);
	exit_to_user_mode();
	enter_kernel();
	ptrace_stop();
	exit_to_user_mode();
	if (enabled)
		expect(reg_part(XFEATURE_CET_USER, CET_USER_SSP) == V3);
}

task(B)
{
	int error;

	enter_kernel();
	wait_task_inactive(&tasks[0]);
	ssp_get(&tasks[0]);
	error = ssp_set(&tasks[0], V3);
	assert(error == 0 || !tasks[0].shstk);
	ptrace_cont(&tasks[0]);
	exit_to_user_mode();
}

scenario(ssp_of_a_task)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
}

scenario(ssp_without_shadow_stack)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
	set(ssp_needs_shstk, false);
	expect_violation("no_warning");
}
