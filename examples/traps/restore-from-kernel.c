/*
 * #GP of a restore from the kernel's own buffer, which a bug has spoilt: a reserved byte of the header, as an unchecked
 * copy from user space put it there (484cea4f362e). Nobody's state is left in the registers, but the program goes on
 * without its own, and its supervisor components are gone with the rest.
 */

/* somebody else's bug */
void spoil_buffer(struct task_struct *tsk)
{
	tsk->thread.fpu.fpstate->regs.header.reserved = true;
}

scenario(bad_buffer_is_contained)
{
	cpu_profile("sapphire-rapids");
	kernel("6.6");
	cpus(1);
	features(AVX);
	set(partial_images, false);
	set(check_kernel_restore_never_faults, false);
	set(check_no_warning, false);
	set(check_kernel_state, false);
	set(check_state_is_kept, false);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	spoil_buffer(current);
	exit_to_user_mode();
	expect(reg(XFEATURE_AVX) == INIT);
}

task(B)
{
	user_write(XFEATURE_AVX, B1);
	expect(reg(XFEATURE_AVX) == B1);
}

/* up to 4.13: the fix-up loads nothing, and the program finds what the kernel has left */
scenario(bad_buffer_leaks)
{
	like(bad_buffer_is_contained);
	set(bad_buffer_fixup, FIXUP_LEAVES_REGISTERS);
	expect_violation("nothing_leaks_into_user_mode");
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	kernel_fpu_section();
	spoil_buffer(current);
	exit_to_user_mode();
}

/* the shadow stack is off afterwards, and nobody told the program: a return that goes elsewhere raises nothing */
scenario(bad_buffer_ends_protection)
{
	like(bad_buffer_is_contained);
	features(AVX, CET_U);
	set(check_update_is_kept, false);
	expect_violation("expectation");
}

task(A)
{
	enter_kernel();
	shstk_setup(V1, V2);
	kernel_fpu_section();
	spoil_buffer(current);
	exit_to_user_mode();
	expect(!user_return_elsewhere());
}

/*
 * The fix-up goes by init_fpstate, which has no tiles: IA32_XFD is armed, and the task's buffer has room for them. The
 * next tile instruction raises #NM, and the kernel replaces a buffer that was large enough.
 */
scenario(bad_buffer_arms_xfd)
{
	like(bad_buffer_is_contained);
	kernel("6.18");
	features(XTILE_DATA);
	expect_violation("xfd_matches_buffer");
}

task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V1));
	enter_kernel();
	kernel_fpu_section();
	spoil_buffer(current);
	exit_to_user_mode();
}
