/*
 * Ways to give a thread its PASID in #GP, with interrupts on from the handler's first line, as in the first posted form.
 * The merged form is right only with interrupts off; what looks for the place of the state first is right anywhere, and
 * costs a lock, a test and, for two of the three, a save or a restore of everything.
 */

task(A)
{
	enter_kernel();
	mm_bind_pasid(V1);
	exit_to_user_mode();
	user_write(XFEATURE_AVX, V2);
	expect(enqcmd());
	expect(reg(XFEATURE_AVX) == V2);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
}

kernel_thread(K)
{
	schedule();
}

/* as merged, moved behind the point at which interrupts go on */
scenario(enqcmd_writes_msr)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	set(pasid_on_gp, PASID_WRITE_MSR);
	expect_violation("update_is_kept");
}

/* v1 of the series: registers that are valid while the flag is set are written, memory is not */
scenario(enqcmd_first_form)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	set(check_kernel_state, false);
	set(pasid_on_gp, PASID_WRITE_V1);
	expect_violation("update_is_kept");
}

/* registers if nothing else holds the state; else memory, and the registers count no more */
scenario(enqcmd_writes_the_truth)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	hardirqs(1);
	set(partial_images, false);
	set(irqs_on_at, AT_HANDLER);
	set(pasid_on_gp, PASID_WRITE_TRUTH);
}

/* everything to memory, change it there, have it loaded */
scenario(enqcmd_updates_memory)
{
	like(enqcmd_writes_the_truth);
	set(pasid_on_gp, PASID_WRITE_UPDATE);
}

/* fpregs_lock_and_load() of 6.6 */
scenario(enqcmd_loads_first)
{
	like(enqcmd_writes_the_truth);
	set(pasid_on_gp, PASID_WRITE_LOADED);
}
