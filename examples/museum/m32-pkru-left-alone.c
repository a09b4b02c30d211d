/*
 * M32: a task goes on with the PKRU of the one before
 *
 * Stable kernels 5.10 wrote PKRU at a switch only where the next task's buffer has it. A clear XSTATE_BV
 * bit means 0, all keys open: the register kept what the task before had.
 *
 * Fix: 7bea460b4a6b 5.10.y
 * Fix: bae7fc6f0dc6 5.10.y
 */
task(A)
{
	write_pkru(V1);
	enter_kernel();
	exit_to_user_mode();
}

task(B)
{
	write_pkru(INIT);
	enter_kernel();
	exit_to_user_mode();
	expect(reg(XFEATURE_PKRU) == INIT);
}

scenario(fixed)
{
	cpu_profile("zen3"); kernel("5.13"); features(PKRU);
	set(partial_images, false); set(check_kernel_state, false);
	/* a shorter way leaves B the default of a kernel thread; what counts is another task's value */
	set(check_state_is_kept, false);
}

scenario(broken)
{
	like(fixed); set(pkru_written_for_clear_bit, false); expect_violation("nothing_leaks_into_user_mode");
}
