/*
 * M36: the init image does not fit in its memory
 *
 * While it boots the kernel saves initial registers to init_fpstate, whose memory is for the components
 * that every task has. Its format was that of all components, tile data included: 8 KiB more.
 *
 * Fix: a401f45e3875 ("x86/fpu: Exclude dynamic states from init_fpstate") 6.1
 * Fix: d3e021adac7c ("x86/fpu: Fix the init_fpstate size check with the actual size") 6.1
 * Since: 5.16
 */
setup(nothing_runs_yet) { tasks[1].state = TASK_NEW; }

kernel_thread(BOOT)
{
	setup_init_fpu_buf();
	wake_up_new_task(&tasks[1]);
}

task(A) { user_write(XFEATURE_AVX, V1); }

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("6.1"); features(AVX, XTILE_DATA);
	set(partial_images, false);
}

scenario(broken) { like(fixed); set(init_image_without_dynamic, false); expect_violation("buffer_has_room"); }

scenario(linux_6_0) { like(fixed); kernel("6.0"); expect_violation("buffer_has_room"); }
