/*
 * M45: a null pointer where /proc is asked about a thread of the kernel
 *
 * With the debug option a thread of the kernel has no struct fpu from 6.16 on: who asks for it gets NULL.
 * arch_status asked for it, to say when AVX-512 was last in use.
 *
 * Fix: 31cd31c9e17e ("x86/fpu: Fix NULL dereference in avx512_status()") 6.17
 * Since: 22aafe3bcb67 6.16
 */
task(A)
{
	enter_kernel();
	proc_pid_arch_status(current);
	proc_pid_arch_status(&tasks[1]);
	exit_to_user_mode();
}

kernel_thread(K) { schedule(); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.17"); features(OPMASK);
	set(partial_images, false);
}

scenario(broken)
{
	like(fixed); set(arch_status_of_user_tasks_only, false); expect_violation("no-null-pointer");
}

scenario(linux_6_16) { like(fixed); kernel("6.16"); expect_violation("no-null-pointer"); }
