/*
 * A thread of a program with a shadow stack has one of its own. What clone saves for it from the parent's
 * registers has the parent's pointer; the child's is written into the child's buffer, which nobody runs on
 * yet (6.6).
 */

setup(child_is_not_there_yet)
{
	tasks[1].state = TASK_NEW;
}

task(A)
{
	enter_kernel();
	shstk_setup(V1, V2);
	exit_to_user_mode();
	enter_kernel();
	kernel_clone(&tasks[1], true, V3);
	exit_to_user_mode();
	expect(reg_part(XFEATURE_CET_USER, CET_USER_SSP) == V2);
}

task(B)
{
	expect(reg_part(XFEATURE_CET_USER, CET_USER_CET) == V1);
	expect(reg_part(XFEATURE_CET_USER, CET_USER_SSP) == V3);
	user_write_part(XFEATURE_CET_USER, CET_USER_SSP, B1);
}

scenario(clone_with_shadow_stack)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(CET_U);
	softirqs(1);
	set(partial_images, false);
}

/* the child would push to its parent's stack */
scenario(clone_shares_shadow_stack)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(CET_U);
	set(partial_images, false);
	set(clone_gives_shadow_stack, false);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}
