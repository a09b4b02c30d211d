/*
 * The memory of a task that ended is used for a child. The other CPU's owner still points there, and what
 * that CPU's registers hold is the dead task's. The child is safe because clone says that it was on no CPU
 * (last_cpu).
 */

setup(child_is_not_there_yet)
{
	tasks[1].state = TASK_NEW;
	tasks[1].thread.fpu.last_cpu = cpu(1);
	per_cpu(fpu_fpregs_owner_ctx, cpu(1)) = &tasks[1].thread.fpu;
	per_cpu(fpregs, cpu(1)).part[component_part[component_index[XFEATURE_AVX]]] = B3;
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_clone(&tasks[1], false, INIT);
	exit_to_user_mode();
}

task(B)
{
	expect(reg(XFEATURE_AVX) == V1);
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

scenario(fork_into_old_memory)
{
	cpu_profile("sapphire-rapids");
	kernel("6.16");
	cpus(2);
	features(AVX);
	set(partial_images, false);
}

scenario(fork_keeps_last_cpu)
{
	like(fork_into_old_memory);
	set(clone_invalidates, false);
	set(check_kernel_state, false);
	expect_violation("state_is_kept");
}
