/*
 * M1: an interrupt hands out the PASID in the middle of something else
 *
 * When a process was bound to a device, an interrupt told its threads on other CPUs. It looked at
 * TIF_NEED_FPU_LOAD like code in the task's own context, and may come in the middle of any operation on the
 * registers: here between the flag and the save in kernel_fpu_begin(). ENQCMD was forced off, and came back
 * in 5.18 without it.
 *
 * Fix: 9bfecd058339 ("x86/cpufeatures: Force disable X86_FEATURE_ENQCMD and remove update_pasid()") 5.13
 * Since: 20f0afd1fb3d 5.10
 */
setup(both_are_threads_of_one_process) { tasks[1].mm = tasks[0].mm; }

task(A)
{
	enter_kernel();
	iommu_sva_bind_device(V1);
	exit_to_user_mode();
}

task(B)
{
	enter_kernel();
	kernel_fpu_section();
	exit_to_user_mode();
	enqcmd();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.18"); features(AVX, PASID);
	cpus(2);
	set(partial_images, false); set(preemption, PREEMPT_NEVER); set(check_kernel_state, false);
	set(check_pasid_flag_is_right, false);
}

scenario(broken) { like(fixed); set(pasid_by_ipi, true); expect_violation("update_is_kept"); }

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("update_is_kept"); }
