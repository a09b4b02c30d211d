/*
 * What #NM of a tile instruction ends in: a larger buffer and the same instruction again; SIGILL without the permission;
 * SIGSEGV without the memory. The kernel's own instructions must not raise it: there is no fix-up.
 */

scenario(xfd_permission)
{
	cpu_profile("sapphire-rapids");
	kernel("6.18");
	cpus(1);
	features(AVX, XTILE_DATA);
	softirqs(1);
	set(partial_images, false);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	expect(!user_tileload(V2));
	expect(signal_of(current) == SIGILL);
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V2));
	expect(signal_of(current) == SIG_NONE);
	expect(reg(XFEATURE_XTILE_DATA) == V2);
	expect(reg(XFEATURE_AVX) == V1);
}

scenario(xfd_no_memory)
{
	like(xfd_permission);
	set(fpstate_alloc_may_fail, true);
}

task(A)
{
	user_write(XFEATURE_AVX, V1);
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	if (user_tileload(V2))
		expect(reg(XFEATURE_XTILE_DATA) == V2);
	else
		expect(signal_of(current) == SIGSEGV);
	expect(reg(XFEATURE_AVX) == V1);
}

/*
 * A restore in the kernel loads what IA32_XFD disarms: here, because CPU hotplug armed the MSR behind the back of its
 * copy (10e4b5166df9, 6.9). handle_xfd_event() warns that it was not user mode, and the kernel dies.
 */
scenario(xfd_in_the_kernel)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(check_kernel_restore_never_faults, false);
	set(check_xfd_cache_is_right, false);
	set(check_xfd_matches_buffer, false);
	set(check_kernel_state, false);
	expect_violation("no_warning");
}

task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V2));
	enter_kernel();
	kernel_fpu_section();
	fpu__init_cpu_xstate();
	exit_to_user_mode();
}

scenario(xfd_in_the_kernel_is_fatal)
{
	cpu_profile("sapphire-rapids");
	kernel("6.8");
	cpus(1);
	features(XTILE_DATA);
	set(partial_images, false);
	set(check_kernel_restore_never_faults, false);
	set(check_xfd_cache_is_right, false);
	set(check_xfd_matches_buffer, false);
	set(check_kernel_state, false);
	set(check_no_warning, false);
	expect_violation("no_oops");
}

task(A)
{
	enter_kernel();
	xstate_request_perm();
	exit_to_user_mode();
	expect(user_tileload(V2));
	enter_kernel();
	kernel_fpu_section();
	fpu__init_cpu_xstate();
	exit_to_user_mode();
}
