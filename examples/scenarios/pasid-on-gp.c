/*
 * ENQCMD without a PASID raises #GP, and the kernel gives the thread the PASID of its process (fa6af69f38d3,
 * 5.18).
 *
 * It writes the MSR and nothing else: no flag, no buffer. That is right only because the registers are still
 * those of the task that raised the #GP, which lasts until interrupts go on. The other scenario moves that
 * point. The condition of the first posted form is in museum/m52-pasid-first-form.c.
 */

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	expect(enqcmd());
	user_write(XFEATURE_AVX, V2);
	expect(enqcmd());
	expect(reg(XFEATURE_AVX) == V2);
}

/* a process of its own, without a PASID: its ENQCMD ends it */
task(B)
{
	user_write(XFEATURE_AVX, B1);
	enqcmd();
	expect(reg(XFEATURE_AVX) == B1);
}

kernel_thread(K)
{
	schedule();
}

scenario(pasid_on_gp_5_18)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
}

/*
 * an interrupt between #GP and WRMSR uses the FPU: the thread's state is in memory, and the MSR write is lost
 */
scenario(pasid_on_gp_irqs_on)
{
	like(pasid_on_gp_5_18);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
