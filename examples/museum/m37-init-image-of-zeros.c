/*
 * M37: the init image is all zeros
 *
 * While it boots the kernel brings the registers into their initial configuration and saves them to
 * init_fpstate. With XSAVEOPT or XSAVES that writes nothing: what is initial is left out. Initial is not
 * all zeros for x87 and MXCSR: with FCW = 0 and MXCSR = 0 every exception is unmasked. A debugger is shown
 * them at once.
 *
 * Fix: f9dfb5e390fa ("x86/fpu: Make init_fpstate correct with optimized XSAVE") 5.13
 * Since: 6bad06b76892
 */
setup(nothing_runs_yet) { tasks[1].state = TASK_NEW; }

kernel_thread(BOOT)
{
	setup_init_fpu_buf();
	wake_up_new_task(&tasks[1]);
}

task(A)
{
	enter_kernel();
	xstateregs_get(current);
	exit_to_user_mode();
}

scenario(fixed)
{
	cpu_profile("sapphire-rapids"); kernel("5.13"); features(SSE, AVX);
	set(partial_images, false); set(standard_images, true);
}

scenario(broken) { like(fixed); set(init_image_by_fxsave, false); expect_violation("tracer_sees_state"); }

scenario(linux_5_12) { like(fixed); kernel("5.12"); expect_violation("tracer_sees_state"); }
