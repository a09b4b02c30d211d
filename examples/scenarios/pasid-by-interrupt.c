/*
 * 5.10 to 5.12: when a process was bound to a device, an interrupt gave the PASID to its threads on other
 * CPUs. It looked at TIF_NEED_FPU_LOAD like code that runs in the task's own context, but it may come in the
 * middle of any operation on the registers: here between the flag and the save in kernel_fpu_begin()
 * (9bfecd058339, 5.13, took it out).
 */

setup(both_are_threads_of_one_process)
{
	tasks[1].mm = tasks[0].mm;
}

task(A)
{
	enter_kernel();
	bind_and_tell(V1);
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	kernel_fpu_section();
	exit_to_user_mode();
}

scenario(pasid_by_interrupt)
{
	cpu_profile("sapphire-rapids");
	kernel("5.10");
	cpus(2);
	features(AVX, PASID);
	set(partial_images, false);
	set(preemption, PREEMPT_NEVER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
