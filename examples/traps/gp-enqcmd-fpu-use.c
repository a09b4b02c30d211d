/*
 * #GP of ENQCMD as merged, and code on its way that uses the FPU with interrupts off: entry code, tracing. Whether it
 * may was asked when the fix-up was proposed. It may not, up to the WRMSR: a kernel FPU section moves the task's state to
 * memory, and the MSR is nobody's then.
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

scenario(enqcmd_fpu_used_at_gate)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(fpu_used_at, FPU_AT_GATE);
	expect_violation("trap_finds_registers_live");
}

scenario(enqcmd_fpu_used_at_handler)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(fpu_used_at, FPU_AT_HANDLER);
	expect_violation("trap_finds_registers_live");
}

scenario(enqcmd_fpu_used_at_cause)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(fpu_used_at, FPU_AT_CAUSE);
	expect_violation("trap_finds_registers_live");
}

scenario(enqcmd_fpu_used_at_change)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(fpu_used_at, FPU_AT_CHANGE);
	expect_violation("trap_finds_registers_live");
}

scenario(enqcmd_fpu_used_at_changed)
{
	cpu_profile("sapphire-rapids");
	kernel("5.18");
	cpus(1);
	features(AVX, PASID);
	set(partial_images, false);
	set(fpu_used_at, FPU_AT_CHANGED);
}

scenario(enqcmd_fpu_used_at_exit)
{
	like(enqcmd_fpu_used_at_changed);
	set(fpu_used_at, FPU_AT_EXIT);
}

scenario(enqcmd_fpu_used_at_handler_seen_by_user)
{
	like(enqcmd_fpu_used_at_changed);
	set(fpu_used_at, FPU_AT_HANDLER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
