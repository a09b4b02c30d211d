/*
 * A user shadow stack: the kernel writes IA32_U_CET and IA32_PL3_SSP of the current task.
 * fpregs_lock_and_load() (6.6) makes the registers the truth first. What it replaced in the drafts was a
 * pointer into the buffer, which is the truth only while TIF_NEED_FPU_LOAD is set, and plain WRMSR, which is
 * lost while it is.
 */

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	shstk_setup(V1, V2);
	exit_to_user_mode();
	expect(reg_part(XFEATURE_CET_USER, CET_USER_SSP) == V2);
	user_write_part(XFEATURE_CET_USER, CET_USER_SSP, V3);
	enter_kernel();
	shstk_disable();
	exit_to_user_mode();
	expect(reg(XFEATURE_CET_USER) == INIT);
	expect(reg(XFEATURE_AVX) == V1);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_CET_USER) == INIT);
}

scenario(shadow_stack_6_6)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(AVX, CET_U);
	softirqs(1);
	set(partial_images, false);
}

/* the task's registers are live: the buffer is written, and the next save overwrites it */
scenario(shadow_stack_raw_buffer)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(AVX, CET_U);
	set(partial_images, false);
	set(cet_access, RAW_BUFFER);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}

/* the task's registers are not live: the MSRs are written, and the next restore overwrites them */
scenario(shadow_stack_plain_wrmsr)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(AVX, CET_U);
	set(partial_images, false);
	set(cet_access, MSR_ONLY);
	set(check_kernel_state, false);
	expect_violation("update_is_kept");
}
